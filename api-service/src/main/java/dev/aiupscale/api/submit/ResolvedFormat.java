package dev.aiupscale.api.submit;

import dev.aiupscale.common.image.PixelSize;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.image.SourceImage;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import java.util.Optional;

/** Decides the result's format, and whether the result is within what may be made. */
final class ResolvedFormat {
  private ResolvedFormat() {}

  /**
   * @param asked empty for {@code auto}: PNG when the upload has alpha, came lossless, or is too
   *     large for JPEG, else JPEG
   * @throws UpscaleException IMAGE_TOO_LARGE
   */
  static ResultFormat of(
      Optional<ResultFormat> asked,
      SourceImage source,
      boolean lossless,
      PixelSize result,
      long maxPixels) {
    long width = result.width();
    long height = result.height();
    if (width * height > maxPixels) {
      throw tooLarge(width, height, "more than " + maxPixels + " pixels");
    }
    ResultFormat format =
        asked.orElse(
            source.alpha() || lossless || !ResultFormat.JPEG.holds(width, height)
                ? ResultFormat.PNG
                : ResultFormat.JPEG);
    if (width * height > format.maxPixels()) {
      throw tooLarge(width, height, "and a " + format.json() + " at most " + format.maxPixels());
    }
    if (!format.holds(width, height)) {
      throw tooLarge(
          width, height, "and a side of a " + format.json() + " is at most " + format.maxSide());
    }
    return format;
  }

  private static UpscaleException tooLarge(long width, long height, String limit) {
    return new UpscaleException(
        ErrorCode.IMAGE_TOO_LARGE,
        "The result would have " + width + " × " + height + " pixels, " + limit + ".");
  }
}
