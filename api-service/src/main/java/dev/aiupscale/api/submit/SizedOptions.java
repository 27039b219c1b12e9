package dev.aiupscale.api.submit;

import dev.aiupscale.common.image.PixelSize;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.image.SourceImage;
import dev.aiupscale.common.job.JobOptions;
import dev.aiupscale.common.model.ModelDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for, for one picture.
 *
 * @param model the file that will run
 * @param scale the upscale factor; the file's own where there is a size
 * @param size of the result, where no factor leads to it
 */
record SizedOptions(
    RequestedOptions asked, ModelDescriptor model, int scale, @Nullable PixelSize size) {
  PixelSize resultSize(SourceImage source) {
    return source.size().enlarged(scale, size);
  }

  JobOptions resolve(ResultFormat resolved) {
    return new JobOptions(
        model.id(),
        scale,
        resolved,
        resolved.hasQuality() ? asked.quality() : 0,
        asked.metadata(),
        asked.exact(),
        asked.colorGuard(),
        size);
  }
}
