package dev.aiupscale.api.page;

import dev.aiupscale.common.job.Job;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The result page's HTML: one static file, and for browsers without JavaScript what they need. */
@ApplicationScoped
public class ResultPage {
  private static final String FILE = "/META-INF/resources/result.html";
  private static final String HEAD_MARKER = "<!--refresh-->";
  private static final String BODY_MARKER = "<!--noscript-->";

  private final String template = read();

  String of(Job job) {
    String refresh =
        job.state().isFinal()
            ? ""
            : "<noscript><meta http-equiv=\"refresh\" content=\"3\"></noscript>";
    return template
        .replace(HEAD_MARKER, refresh)
        .replace(BODY_MARKER, "<noscript>" + plain(job) + "</noscript>");
  }

  String ofNoJob() {
    return template
        .replace(HEAD_MARKER, "")
        .replace(BODY_MARKER, "<noscript><p>There is no such picture here.</p></noscript>");
  }

  private static String plain(Job job) {
    return switch (job.state()) {
      case QUEUED -> "<p>Waiting in the queue. This page reloads by itself.</p>";
      case RUNNING ->
          "<p>Being enlarged: "
              + Math.round(job.progress() * 100)
              + " %. This page reloads by itself.</p>";
      case FAILED -> "<p>This did not work. Please try another picture.</p>";
      case CANCELLED -> "<p>This was cancelled.</p>";
      case DONE -> done("/api/v1/jobs/" + job.id());
    };
  }

  private static String done(String job) {
    return "<p><img class=\"img-fluid\" alt=\"The enlarged picture\" src=\""
        + job
        + "/preview?width=1200\"></p><p><a class=\"btn btn-primary\" download href=\""
        + job
        + "/result\">Download</a></p>";
  }

  private static String read() {
    try (InputStream in = ResultPage.class.getResourceAsStream(FILE)) {
      return new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
