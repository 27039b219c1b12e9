package dev.aiupscale.benchmarks.measure;

import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.platform.model.ModelDirectory;
import dev.aiupscale.worker.onnx.OnnxConfig;
import dev.aiupscale.worker.onnx.OnnxEngines;
import dev.aiupscale.worker.upscale.Checkpoints;
import dev.aiupscale.worker.upscale.TileEngines;
import dev.aiupscale.worker.upscale.UpscaleRequest;
import dev.aiupscale.worker.upscale.UpscaledImage;
import dev.aiupscale.worker.upscale.Upscaler;
import dev.aiupscale.worker.upscale.UpscalerConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The worker's own code, with the settings that it has in service.
 *
 * @param models the directory of the converted models
 * @param scratch a folder for results
 */
public record Engine(Path models, Path scratch) {
  private static final int QUALITY = 92;

  /**
   * @throws IllegalArgumentException when the model was not converted
   */
  ModelDescriptor model(String id, int scale) {
    return ModelDirectory.read(models)
        .choose(id, scale)
        .filter(found -> found.scale() == scale)
        .orElseThrow(() -> new IllegalArgumentException(id + " ×" + scale + " is not there"));
  }

  /** The caller closes the networks. */
  OnnxEngines networks() {
    return new OnnxEngines(models, OnnxConfig.defaults());
  }

  /** From file to file: a PNG becomes a PNG, all else is JPEG and becomes one. */
  UpscaledImage upscale(TileEngines networks, ModelDescriptor model, Path source) {
    return upscale(networks, model, source, false);
  }

  UpscaledImage upscale(TileEngines networks, ModelDescriptor model, Path source, boolean exact) {
    boolean lossless = source.toString().endsWith(".png");
    ResultFormat format = lossless ? ResultFormat.PNG : ResultFormat.JPEG;
    UpscaleRequest request =
        new UpscaleRequest(
            source,
            lossless,
            model,
            model.scale(),
            format,
            QUALITY,
            exact,
            true,
            BasicMetadata.NONE,
            null);
    try (OutputStream result =
        Files.newOutputStream(scratch.resolve("result." + format.extension()))) {
      return new Upscaler(networks, UpscalerConfig.defaults())
          .upscale(request, result, done -> {}, () -> false, Checkpoints.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
