package dev.aiupscale.api.picture;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Request;

/** By which way a picture goes to its client. */
public enum Delivery {
  /** Through the API. */
  STREAM,
  /** From the store itself, where clients can reach it. */
  REDIRECT;

  /**
   * @param text as a client sent it
   * @throws UpscaleException OPTION_INVALID
   */
  public static Delivery of(String text, Request request) {
    return switch (text) {
      case "stream" -> STREAM;
      // An address of the store is for one method alone.
      case "redirect" -> request.getMethod().equals(HttpMethod.GET) ? REDIRECT : STREAM;
      default ->
          throw new UpscaleException(
              ErrorCode.OPTION_INVALID, "The field 'delivery' is one of stream, redirect.");
    };
  }
}
