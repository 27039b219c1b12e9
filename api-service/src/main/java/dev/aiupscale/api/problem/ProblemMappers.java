package dev.aiupscale.api.problem;

import dev.aiupscale.api.html.PageAnswer;
import dev.aiupscale.api.html.Pages;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a failure becomes an answer: a 4xx logs one line, a 5xx its stack. */
class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
  private static final String API = "/api/";
  private static final List<String> HEADERS_OF_REFUSALS = List.of("Content-Range");

  private final BodyLimit bodyLimit;
  private final AllowedMethods allowedMethods;
  private final MeterRegistry meters;
  private final Pages pages;

  ProblemMappers(
      BodyLimit bodyLimit, AllowedMethods allowedMethods, MeterRegistry meters, Pages pages) {
    this.meters = meters;
    this.pages = pages;
    this.bodyLimit = bodyLimit;
    this.allowedMethods = allowedMethods;
  }

  @ServerExceptionMapper
  Response map(UpscaleException failure) {
    Problem problem = Problem.of(failure.code(), failure.detail());
    count(failure.code());
    if (problem.status() >= 500 && failure.code() != ErrorCode.QUEUE_FULL) {
      LOG.error(failure.getMessage(), failure);
    } else {
      LOG.info(failure.getMessage());
    }
    return problem.response(failure.retryAfter().orElse(Problem.USUAL_PAUSE));
  }

  /** What the framework refuses before a resource is asked. */
  @ServerExceptionMapper
  Response map(WebApplicationException failure, HttpHeaders headers, UriInfo uri) {
    int status = failure.getResponse().getStatus();
    LOG.infof("refused with %d: %s", status, failure.getMessage());
    return switch (status) {
      case 400 ->
          Problem.of(ErrorCode.OPTION_INVALID, "The request is not a valid form.").response();
      case 404 ->
          wantsPage(headers, uri)
              ? lostPage(headers)
              : Problem.of(ErrorCode.JOB_NOT_FOUND, "There is nothing at this path.").response();
      case 413 -> bodyLimit.problem().response();
      case 415 ->
          Problem.of(
                  ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                  "Send a form as multipart/form-data; an image goes in its field 'image'.")
              .response();
      case 405 ->
          with(refusal(failure.getResponse()), HttpHeaders.ALLOW, allowedMethods.at(uri.getPath()));
      case 406, 412, 416 -> refusal(failure.getResponse());
      default -> failure.getResponse();
    };
  }

  private static Response with(Response answer, String header, String value) {
    answer.getHeaders().putSingle(header, value);
    return answer;
  }

  /** With the header that belongs to a status: how long the whole is. */
  private static Response refusal(Response framework) {
    Response answer =
        Problem.of(ErrorCode.OPTION_INVALID, framework.getStatus(), reason(framework)).response();
    HEADERS_OF_REFUSALS.stream()
        .filter(framework.getHeaders()::containsKey)
        .forEach(name -> answer.getHeaders().addAll(name, framework.getHeaders().get(name)));
    return answer;
  }

  private static String reason(Response framework) {
    return switch (framework.getStatus()) {
      case 405 -> "This path does not take the method.";
      case 406 -> "There is no such media type at this path; see the header Accept.";
      case 412 -> "What is here is not what the header If-Match names.";
      default -> "The header Range asks for bytes that are not there.";
    };
  }

  /**
   * Whoever asks the API gets no page. Looks at the header's text itself, which need not be a list
   * of media types.
   */
  private static boolean wantsPage(HttpHeaders headers, UriInfo uri) {
    return !uri.getPath().startsWith(API)
        && headers.getRequestHeader(HttpHeaders.ACCEPT).stream()
            .anyMatch(accept -> accept.contains(MediaType.TEXT_HTML));
  }

  private Response lostPage(HttpHeaders headers) {
    PageAnswer answer = PageAnswer.to(headers, null);
    return answer.with(
        Response.Status.NOT_FOUND, pages.render("lost", answer.language(), Map.of()));
  }

  /** Only the framework, reading a request, lets one of these through: the form broke off. */
  @ServerExceptionMapper
  Response map(IOException failure) {
    LOG.infof("a request broke off: %s", failure.getMessage());
    return Problem.of(ErrorCode.OPTION_INVALID, "The form ends before its closing boundary.")
        .response();
  }

  @ServerExceptionMapper
  Response map(Exception failure) {
    return incident(failure);
  }

  /** One request may have asked for more memory than there is; the next need not. */
  @ServerExceptionMapper
  Response map(OutOfMemoryError failure) {
    return incident(failure);
  }

  private void count(ErrorCode code) {
    meters.counter("upscale.requests.refused", "code", code.name()).increment();
  }

  private Response incident(Throwable failure) {
    String incident = UUID.randomUUID().toString();
    LOG.errorf(failure, "incident %s", incident);
    count(ErrorCode.INTERNAL);
    return Problem.internal(incident).response();
  }
}
