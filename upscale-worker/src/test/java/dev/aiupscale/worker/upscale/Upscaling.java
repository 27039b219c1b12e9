package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.worker.onnx.OnnxConfig;
import dev.aiupscale.worker.onnx.OnnxEngines;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs the whole way from a source file to a result file, for tests. */
final class Upscaling implements AutoCloseable {
  final OnnxEngines engines;
  private final Path directory;
  final Path target;

  Upscaling(Path models, Path directory) {
    this.engines = new OnnxEngines(models, OnnxConfig.defaults());
    this.directory = directory;
    this.target = directory.resolve("result");
  }

  Path png(BufferedImage picture) {
    return Pictures.writePng(picture, directory.resolve("source.png"));
  }

  UpscaleRequest request(Path source, ModelDescriptor model, int scale, ResultFormat format) {
    return new UpscaleRequest(
        source,
        source.toString().endsWith(".png"),
        model,
        scale,
        format,
        format.hasQuality() ? 92 : 0,
        false,
        false,
        BasicMetadata.NONE,
        null);
  }

  UpscaledImage run(UpscaleRequest request) {
    try (OutputStream out = Files.newOutputStream(target)) {
      return new Upscaler(engines, UpscalerConfig.defaults())
          .upscale(request, out, done -> {}, () -> false, Checkpoints.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The result as PNG. */
  BufferedImage upscaled(BufferedImage picture, ModelDescriptor model, int scale) {
    run(request(png(picture), model, scale, ResultFormat.PNG));
    return Pictures.read(target);
  }

  @Override
  public void close() {
    engines.close();
  }
}
