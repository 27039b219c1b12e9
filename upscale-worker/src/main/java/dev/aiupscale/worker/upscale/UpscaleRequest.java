package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.model.ModelDescriptor;
import java.nio.file.Path;

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
    BasicMetadata metadata) {
  public UpscaleRequest {
    if (scale < 1 || scale > model.scale()) {
      throw new IllegalArgumentException(
          model.id() + " ×" + model.scale() + " does not reach ×" + scale);
    }
  }
}
