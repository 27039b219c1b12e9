package dev.aiupscale.api.submit;

import dev.aiupscale.common.image.PixelSize;
import dev.aiupscale.common.image.SourceImage;
import dev.aiupscale.common.job.UpscaleException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
   * @param fields the form's text fields
   * @return empty when the form asks for no size
   * @throws UpscaleException OPTION_INVALID
   */
  static Optional<AskedSize> of(Map<String, List<String>> fields) {
    AskedSize size = new AskedSize(side(fields, "width"), side(fields, "height"));
    return size.width.isEmpty() && size.height.isEmpty() ? Optional.empty() : Optional.of(size);
  }

  private static OptionalInt side(Map<String, List<String>> fields, String field) {
    Optional<String> text = OptionParser.single(fields, field);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    int pixels = OptionParser.number(field, text.get());
    if (pixels < 1) {
      throw OptionParser.invalid(field, "is a number of pixels, 1 or more");
    }
    return OptionalInt.of(pixels);
  }

  /**
   * @param most how many times larger than the picture a result can be
   * @throws UpscaleException OPTION_INVALID when the result would be smaller than the picture, or
   *     larger than {@code most} allows
   */
  PixelSize fit(SourceImage source, int most) {
    PixelSize size = isWidthBound(source) ? byWidth(source) : byHeight(source);
    if (size.width() < source.width()
        || size.height() < source.height()
        || size.width() > (long) most * source.width()
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
    return OptionParser.invalid(
        field,
        "is from %d to %d for this picture of %s and this model"
            .formatted(side, (long) most * side, source.size()));
  }
}
