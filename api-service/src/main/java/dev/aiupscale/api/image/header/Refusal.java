package dev.aiupscale.api.image.header;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;

/** The ways in which an upload is refused, as exceptions to throw. */
public final class Refusal {
  private static final String ACCEPTED = " Accepted are JPEG, PNG, WebP, GIF, BMP and TIFF.";

  private Refusal() {}

  public static UpscaleException empty() {
    return new UpscaleException(ErrorCode.IMAGE_EMPTY, "The uploaded file has no bytes.");
  }

  /**
   * @param what a sentence that names what was found
   */
  public static UpscaleException unsupported(String what) {
    return new UpscaleException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, what + ACCEPTED);
  }

  public static UpscaleException unsupported(String what, Throwable cause) {
    return new UpscaleException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, what + ACCEPTED, cause);
  }

  /**
   * @param what a sentence that names the limit and the picture's value
   */
  public static UpscaleException tooLarge(String what) {
    return new UpscaleException(ErrorCode.IMAGE_TOO_LARGE, what);
  }

  public static UpscaleException tooLarge(String what, Throwable cause) {
    return new UpscaleException(ErrorCode.IMAGE_TOO_LARGE, what, cause);
  }

  public static UpscaleException corrupt(String what) {
    return new UpscaleException(ErrorCode.IMAGE_CORRUPT, what);
  }

  public static UpscaleException corrupt(String what, Throwable cause) {
    return new UpscaleException(ErrorCode.IMAGE_CORRUPT, what, cause);
  }
}
