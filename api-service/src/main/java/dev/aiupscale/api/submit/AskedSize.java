package dev.aiupscale.api.submit;

import dev.aiupscale.common.image.PixelSize;
import dev.aiupscale.common.image.SourceImage;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import java.util.OptionalInt;

/**
 * A box that the result is to fill with its sides in proportion: one side of it is as asked, the
 * other follows, and is not larger than asked.
 *
 * @param width in pixels; empty when only the height is asked for
 * @param height in pixels; empty when only the width is asked for
 */
record AskedSize(OptionalInt width, OptionalInt height) {
  /**
   * @param most how many times larger than the picture a result can be
   * @throws UpscaleException OPTION_INVALID when the result would be smaller than the picture, or
   *     larger than {@code most} allows
   */
  PixelSize fit(SourceImage source, int most) {
    PixelSize size = isWidthBound(source) ? byWidth(source) : byHeight(source);
    if (size.width() < source.width() || size.height() < source.height()) {
      throw outOfRange(source, most);
    }
    if (size.width() > (long) most * source.width()
        || size.height() > (long) most * source.height()) {
      throw outOfRange(source, most);
    }
    return size;
  }

  private boolean isWidthBound(SourceImage source) {
    return width.isPresent()
        && (height.isEmpty()
            || (long) width.getAsInt() * source.height()
                <= (long) height.getAsInt() * source.width());
  }

  private PixelSize byWidth(SourceImage source) {
    int asked = width.orElseThrow();
    return new PixelSize(asked, proportional(asked, source.height(), source.width()));
  }

  private PixelSize byHeight(SourceImage source) {
    int asked = height.orElseThrow();
    return new PixelSize(proportional(asked, source.width(), source.height()), asked);
  }

  /** {@code length · part / whole}, rounded half up. */
  private static int proportional(int length, int part, int whole) {
    long exact = (2L * length * part + whole) / (2L * whole);
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, exact));
  }

  private UpscaleException outOfRange(SourceImage source, int most) {
    String field = isWidthBound(source) ? "width" : "height";
    int side = isWidthBound(source) ? source.width() : source.height();
    return new UpscaleException(
        ErrorCode.OPTION_INVALID,
        "The field '%s' is from %d to %d for this picture of %s and this model."
            .formatted(field, side, (long) most * side, source.size()));
  }
}
