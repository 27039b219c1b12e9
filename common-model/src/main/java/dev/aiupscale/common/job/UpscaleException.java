package dev.aiupscale.common.job;

/**
 * The one failure type of the product: a code, and a detail that may be shown to whoever sent the
 * request. What only the log may know travels as the cause.
 */
public final class UpscaleException extends RuntimeException {
  private final ErrorCode code;
  private final String detail;

  /**
   * @param detail a full sentence that says what was wrong and what is allowed; never a path, a
   *     class name or other internals
   */
  public UpscaleException(ErrorCode code, String detail) {
    super(code + ": " + detail);
    this.code = code;
    this.detail = detail;
  }

  /**
   * @param cause for the log alone
   */
  public UpscaleException(ErrorCode code, String detail, Throwable cause) {
    super(code + ": " + detail, cause);
    this.code = code;
    this.detail = detail;
  }

  public ErrorCode code() {
    return code;
  }

  public String detail() {
    return detail;
  }
}
