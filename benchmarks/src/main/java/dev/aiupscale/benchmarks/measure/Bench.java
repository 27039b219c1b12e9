package dev.aiupscale.benchmarks.measure;

import dev.aiupscale.benchmarks.picture.Photos;
import dev.aiupscale.benchmarks.picture.SourceFile;
import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.model.ModelCatalogue;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.platform.model.ModelDirectory;
import dev.aiupscale.worker.upscale.TileEngines;
import dev.aiupscale.worker.upscale.UpscaleRequest;
import dev.aiupscale.worker.upscale.UpscaledImage;
import dev.aiupscale.worker.upscale.Upscaler;
import dev.aiupscale.worker.upscale.UpscalerConfig;
import java.nio.file.Path;

/**
 * What every measurement works with.
 *
 * @param models the directory of the converted models
 * @param scratch a folder for pictures
 */
public record Bench(Path models, Path scratch, Photos photos, Effort effort) {
  private static final int QUALITY = 92;

  /**
   * @throws IllegalArgumentException when the model was not converted
   */
  ModelDescriptor model(String id, int scale) {
    ModelCatalogue catalogue = ModelDirectory.read(models);
    return catalogue
        .choose(id, scale)
        .filter(found -> found.scale() == scale)
        .orElseThrow(() -> new IllegalArgumentException(id + " ×" + scale + " is not there"));
  }

  /** Runs the worker's own code from file to file: a PNG for a PNG, a JPEG for a JPEG. */
  UpscaledImage upscale(
      TileEngines engines, UpscalerConfig config, ModelDescriptor model, SourceFile source) {
    ResultFormat format = source.lossless() ? ResultFormat.PNG : ResultFormat.JPEG;
    UpscaleRequest request =
        new UpscaleRequest(
            source.path(),
            source.lossless(),
            model,
            model.scale(),
            format,
            QUALITY,
            false,
            BasicMetadata.NONE,
            scratch.resolve("result." + format.extension()));
    return new Upscaler(engines, config).upscale(request, done -> {}, () -> false);
  }
}
