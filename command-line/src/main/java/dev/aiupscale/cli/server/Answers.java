package dev.aiupscale.cli.server;

import dev.aiupscale.common.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads the server's answers, and takes nothing for one that is not. */
final class Answers {
  private static final int MAX_BYTES = 1 << 20;

  private Answers() {}

  /** A problem by RFC 9457, as far as it matters here. */
  private record Problem(@Nullable String code, @Nullable String detail) {}

  static SeenJob job(HttpResponse<?> answer, InputStream body)
      throws IOException, RefusalException {
    String tag = answer.headers().firstValue("ETag").orElse("\"\"");
    return new SeenJob(read(answer, body, RemoteJob.class), tag);
  }

  static Prediction prediction(HttpResponse<?> answer, InputStream body)
      throws IOException, RefusalException {
    return read(answer, body, Prediction.class);
  }

  private static <T> T read(HttpResponse<?> answer, InputStream body, Class<T> type)
      throws IOException, RefusalException {
    if (answer.statusCode() != 200 && answer.statusCode() != 202) {
      throw refusal(answer, body);
    }
    byte[] json = body.readNBytes(MAX_BYTES);
    try {
      return Json.read(json, type);
    } catch (IOException e) {
      throw foreign(answer);
    }
  }

  static RefusalException refusal(HttpResponse<?> answer, InputStream body) throws IOException {
    byte[] json = body.readNBytes(MAX_BYTES);
    Problem problem;
    try {
      problem = Json.read(json, Problem.class);
    } catch (IOException e) {
      return foreign(answer);
    }
    if (problem.code() == null || problem.detail() == null) {
      return foreign(answer);
    }
    Failure failure = new Failure(problem.code(), problem.detail());
    return new RefusalException(answer.statusCode(), failure, retryAfter(answer));
  }

  private static RefusalException foreign(HttpResponse<?> answer) {
    String moved =
        answer.headers().firstValue("Location").map(to -> " that points to " + to).orElse("");
    String detail =
        answer.statusCode() == 413
            ? "The file is larger than what is accepted at " + answer.uri() + "."
            : "What answers at %s is not AI Upscale: status %d%s."
                .formatted(answer.uri(), answer.statusCode(), moved);
    String code = answer.statusCode() == 413 ? "IMAGE_TOO_LARGE" : RefusalException.FOREIGN;
    return new RefusalException(answer.statusCode(), new Failure(code, detail), retryAfter(answer));
  }

  /** Seconds; a date, which the header may have too, counts as not said. */
  private static @Nullable Duration retryAfter(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .orElse(null);
  }
}
