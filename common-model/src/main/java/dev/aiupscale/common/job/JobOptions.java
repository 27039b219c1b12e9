package dev.aiupscale.common.job;

import dev.aiupscale.common.image.PixelSize;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.image.SourceImage;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of the worker, with every default and {@code auto} resolved.
 *
 * @param model the catalogue id
 * @param scale the upscale factor of the result: 2, 3, 4 or 8; where a size is asked for, the
 *     model's own factor that reaches it
 * @param quality 1 to 100; 0 where the format has no quality, so that it cannot tell jobs apart
 * @param exact asks for the halo that makes tiles bit-identical to the whole image's inference
 * @param colorGuard whether the result's colours are held to the picture's where the model drifts
 * @param size of the result, where it is none of the source's by one of those factors
 */
public record JobOptions(
    String model,
    int scale,
    ResultFormat format,
    int quality,
    MetadataPolicy metadata,
    boolean exact,
    boolean colorGuard,
    @Nullable PixelSize size) {
  public JobOptions {
    if (quality < 0 || quality > 100 || format.hasQuality() != (quality > 0)) {
      throw new IllegalArgumentException("quality " + quality + " does not fit " + format);
    }
  }

  /** The size of the result for this picture. */
  public PixelSize resultSize(SourceImage source) {
    return source.size().enlarged(scale, size);
  }

  /** One {@code name=value} line an option, in a fixed order: the text that identity hashes. */
  String canonical() {
    return "model="
        + model
        + "\nscale="
        + scale
        + "\nformat="
        + format.json()
        + "\nquality="
        + quality
        + "\nmetadata="
        + metadata.json()
        + "\nexact="
        + exact
        + "\ncolorGuard="
        + colorGuard
        + "\n"
        + (size == null ? "" : "width=" + size.width() + "\nheight=" + size.height() + "\n");
  }
}
