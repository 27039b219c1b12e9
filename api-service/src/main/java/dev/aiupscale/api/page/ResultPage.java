package dev.aiupscale.api.page;

import dev.aiupscale.api.html.Html;
import dev.aiupscale.api.html.Language;
import dev.aiupscale.api.html.Pages;
import dev.aiupscale.api.html.Texts;
import dev.aiupscale.common.image.ResultImage;
import dev.aiupscale.common.job.Job;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page of one job: what scripts fill, and what browsers and programs without scripts need. */
@ApplicationScoped
public class ResultPage {
  private static final String TEMPLATE = "result";
  private static final String REFRESH =
      "<noscript><meta http-equiv=\"refresh\" content=\"3\"></noscript>";

  private final Pages pages;
  private final Texts texts;
  private final SharedPreview shared;

  public ResultPage(Pages pages, Texts texts, SharedPreview shared) {
    this.pages = pages;
    this.texts = texts;
    this.shared = shared;
  }

  /**
   * Who looks at a page.
   *
   * @param base address of this server, without a slash at its end
   * @param name under which the visitor sent the picture, or null
   */
  record Visit(Language language, String base, @Nullable String name) {
    /** Goes behind another parameter in the page's own links. */
    private String query() {
      return name == null ? "" : "&amp;name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }
  }

  String of(Job job, Visit visit) {
    Map<String, String> parts =
        Map.of(
            "refresh", job.state().isFinal() ? "" : REFRESH,
            "shared", shared.of(job, visit.language(), visit.base()),
            "plain", plain(job, visit.language()),
            "query", visit.query());
    return pages.render(TEMPLATE, visit.language(), parts);
  }

  String ofNoJob(Language language) {
    String words = paragraph(texts.get(language, "gone.title"));
    return pages.render(TEMPLATE, language, Map.of("refresh", "", "shared", "", "plain", words));
  }

  private String plain(Job job, Language language) {
    return switch (job.state()) {
      case QUEUED -> paragraph(texts.get(language, "plain.queued"));
      case RUNNING -> paragraph(running(job.progress(), language));
      case FAILED -> paragraph(texts.get(language, "plain.failed"));
      case CANCELLED -> paragraph(texts.get(language, "cancelled.title"));
      case DONE -> done(job, language);
    };
  }

  private String running(double progress, Language language) {
    String percent = NumberFormat.getPercentInstance(language.locale()).format(progress);
    return texts.filled(language, "plain.running", Map.of("percent", percent));
  }

  private String done(Job job, Language language) {
    String url = "/api/v1/jobs/" + job.id();
    ResultImage result = job.result();
    String size = result == null ? "" : " " + result.width() + " × " + result.height();
    return "<p><img class=\"img-fluid\" alt=\"%s\" src=\"%s/preview?width=1200\"></p>"
            .formatted(Html.escape(texts.get(language, "compare.after")), url)
        + "<p><a class=\"btn btn-primary\" download href=\"%s/result\">%s</a>%s</p>"
            .formatted(url, Html.escape(texts.get(language, "result.download")), size);
  }

  private static String paragraph(String text) {
    return "<p>" + Html.escape(text) + "</p>";
  }
}
