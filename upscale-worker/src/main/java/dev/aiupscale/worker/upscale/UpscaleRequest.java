package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.Density;
import dev.aiupscale.common.image.PixelSize;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.model.ModelDescriptor;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One picture to be enlarged.
 *
 * @param lossless whether {@code source} is a PNG written by the API, 8 bit RGB or RGBA; else it is
 *     a JPEG that is upright, sRGB, 8 bit, grey or YCbCr
 * @param scale of the result; where it is less than the model's, the result is reduced
 * @param quality 1 to 100 for formats that have one
 * @param exact asks for the halo that makes tiles bit-identical to the whole picture's inference
 * @param colorGuard whether colours are held to the picture's where the model drifts
 * @param metadata what the result carries; the density is the source's
 * @param size to which the result is reduced at the end; null to leave it as {@code scale} makes it
 */
public record UpscaleRequest(
    Path source,
    boolean lossless,
    ModelDescriptor model,
    int scale,
    ResultFormat format,
    int quality,
    boolean exact,
    boolean colorGuard,
    BasicMetadata metadata,
    @Nullable PixelSize size) {
  public UpscaleRequest {
    if (scale < 1 || scale > model.scale()) {
      throw new IllegalArgumentException(
          model.id() + " ×" + model.scale() + " does not reach ×" + scale);
    }
  }

  /** The size of the result for a picture of this size. */
  PixelSize resultSize(PixelSize source) {
    return source.enlarged(scale, size);
  }

  /** The density of a result that is as large on paper as the picture; null when nobody knows. */
  @Nullable Density resultDensity(PixelSize source) {
    Density density = metadata.density();
    PixelSize result = resultSize(source);
    return density == null
        ? null
        : density.times(
            (double) result.width() / source.width(), (double) result.height() / source.height());
  }
}
