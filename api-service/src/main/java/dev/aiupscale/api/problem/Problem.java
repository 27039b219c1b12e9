package dev.aiupscale.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.json.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An error as clients see it: problem details by RFC 9457, with the product's code. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    ErrorCode code,
    @Nullable String instance) {
  public static final String MEDIA_TYPE = "application/problem+json";
  static final Duration USUAL_PAUSE = Duration.ofSeconds(10);

  public static Problem of(ErrorCode code, String detail) {
    return of(code, status(code), detail);
  }

  /** With a status that the framework chose. */
  static Problem of(ErrorCode code, int status, String detail) {
    return new Problem("about:blank", title(code), status, detail, code, null);
  }

  static Problem internal(String incident) {
    return new Problem(
        "about:blank",
        title(ErrorCode.INTERNAL),
        status(ErrorCode.INTERNAL),
        "Something went wrong here. It is logged under " + incident + ".",
        ErrorCode.INTERNAL,
        "urn:uuid:" + incident);
  }

  /** Answers before any resource is asked. */
  public void end(HttpServerResponse response) {
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(Buffer.buffer(Json.write(this)));
  }

  Response response() {
    return response(USUAL_PAUSE);
  }

  /**
   * @param pause what {@code Retry-After} says of a failure that passes
   */
  Response response(Duration pause) {
    Response.ResponseBuilder answer =
        Response.status(status).type(MEDIA_TYPE).header("Cache-Control", "no-store").entity(this);
    if (status == 503 || status == 429) {
      answer.header("Retry-After", Math.max(1, pause.toSeconds()));
    }
    return answer.build();
  }

  static int status(ErrorCode code) {
    return switch (code) {
      case IMAGE_MISSING, IMAGE_EMPTY, OPTION_INVALID -> 400;
      case UNAUTHENTICATED -> 401;
      case JOB_NOT_FOUND -> 404;
      case JOB_NOT_DONE -> 409;
      case IMAGE_TOO_LARGE -> 413;
      case UNSUPPORTED_MEDIA_TYPE -> 415;
      case IMAGE_CORRUPT -> 422;
      case RATE_LIMITED -> 429;
      case QUEUE_FULL, STORAGE_UNAVAILABLE -> 503;
      case INTERNAL, MODEL_FAILED, WORKER_LOST, TIMED_OUT -> 500;
    };
  }

  private static String title(ErrorCode code) {
    return switch (code) {
      case IMAGE_MISSING -> "No image in the request";
      case IMAGE_EMPTY -> "The image is empty";
      case OPTION_INVALID -> "An option is not valid";
      case UNAUTHENTICATED -> "Not signed in";
      case JOB_NOT_FOUND -> "No such job";
      case JOB_NOT_DONE -> "The job is not done";
      case IMAGE_TOO_LARGE -> "The image is too large";
      case UNSUPPORTED_MEDIA_TYPE -> "Not a supported image";
      case IMAGE_CORRUPT -> "The image is damaged";
      case RATE_LIMITED -> "Too many requests";
      case QUEUE_FULL -> "Too much work is waiting";
      case STORAGE_UNAVAILABLE -> "The storage does not answer";
      case INTERNAL -> "Internal error";
      case MODEL_FAILED -> "The model failed";
      case WORKER_LOST -> "The worker was lost";
      case TIMED_OUT -> "The job took too long";
    };
  }
}
