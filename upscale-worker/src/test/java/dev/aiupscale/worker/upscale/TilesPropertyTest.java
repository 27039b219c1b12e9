package dev.aiupscale.worker.upscale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.worker.onnx.ExecutionProvider;
import dev.aiupscale.worker.onnx.OnnxConfig;
import dev.aiupscale.worker.onnx.OnnxEngines;
import dev.aiupscale.worker.onnx.TinyNetwork;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TilesPropertyTest {
  private static final long SEED = Long.getLong("seed", System.nanoTime());

  @TempDir Path directory;

  @Test
  void joinedTilesEqualOneInferenceOfTheWholeMirroredPictureBitForBit() throws IOException {
    Random random = new Random(SEED);
    for (int i = 0; i < 60; i++) {
      try (OnnxEngines engines = new OnnxEngines(directory, batchesOf(1 + i % 4))) {
        ModelDescriptor model = TinyNetwork.write(directory, 2 + random.nextInt(3), 1);
        int width = 1 + random.nextInt(random.nextBoolean() ? 4 : 120);
        int height = 1 + random.nextInt(random.nextBoolean() ? 4 : 120);
        BufferedImage picture = Pictures.natural(width, height, random.nextLong());

        assertThat(upscaled(engines, model, picture))
            .as("%d × %d by ×%d with -Dseed=%d", width, height, model.scale(), SEED)
            .isEqualTo(WholeInference.of(engines, model, Pictures.rgb(picture), width, height));
      }
    }
  }

  private static OnnxConfig batchesOf(int tiles) {
    return new OnnxConfig(ExecutionProvider.CPU, 0, 2, false, true, 2, false, tiles);
  }

  private byte[] upscaled(OnnxEngines engines, ModelDescriptor model, BufferedImage picture)
      throws IOException {
    Path target = directory.resolve("result.png");
    try (OutputStream out = Files.newOutputStream(target)) {
      new Upscaler(engines, UpscalerConfig.defaults())
          .upscale(
              new UpscaleRequest(
                  Pictures.writePng(picture, directory.resolve("source.png")),
                  true,
                  model,
                  model.scale(),
                  ResultFormat.PNG,
                  0,
                  true,
                  false,
                  BasicMetadata.NONE,
                  null),
              out,
              done -> {},
              () -> false,
              Checkpoints.NONE);
    }
    return Pictures.rgb(Pictures.read(target));
  }
}
