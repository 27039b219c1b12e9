package dev.aiupscale.common.job;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one failure type of the product: a code, and a detail that may be shown to whoever sent the
 * request. What only the log may know travels as the cause.
 */
public final class UpscaleException extends RuntimeException {
  private final ErrorCode code;
  private final String detail;
  private final @Nullable Duration retryAfter;

  /**
   * @param detail a full sentence that says what was wrong and what is allowed; never a path, a
   *     class name or other internals
   */
  public UpscaleException(ErrorCode code, String detail) {
    super(code + ": " + detail);
    this.code = code;
    this.detail = detail;
    this.retryAfter = null;
  }

  /**
   * @param cause for the log alone
   */
  public UpscaleException(ErrorCode code, String detail, Throwable cause) {
    super(code + ": " + detail, cause);
    this.code = code;
    this.detail = detail;
    this.retryAfter = null;
  }

  private UpscaleException(ErrorCode code, String detail, Duration retryAfter) {
    super(code + ": " + detail);
    this.code = code;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }

  /** A failure that is expected to be over after {@code retryAfter}. */
  public static UpscaleException passing(ErrorCode code, String detail, Duration retryAfter) {
    return new UpscaleException(code, detail, retryAfter);
  }

  public ErrorCode code() {
    return code;
  }

  public String detail() {
    return detail;
  }

  /** When another try may succeed; empty when nobody knows. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
