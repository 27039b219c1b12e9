package dev.aiupscale.worker.upscale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.worker.onnx.OnnxConfig;
import dev.aiupscale.worker.onnx.OnnxEngines;
import dev.aiupscale.worker.onnx.TinyNetwork;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullConcurrencyTest {
  private static final int PICTURES = 50;

  @TempDir Path directory;

  /** No picture's state may reach another: Real-ESRGAN's issue 658. */
  @Test
  void fiftyPicturesAtTheSameTimeEachGetTheirOwnResult() throws Exception {
    ModelDescriptor model = TinyNetwork.write(directory, 2, 1);
    ExecutorService threads = Executors.newFixedThreadPool(PICTURES);
    try (OnnxEngines engines = new OnnxEngines(directory, OnnxConfig.defaults())) {
      Upscaler upscaler = new Upscaler(engines, UpscalerConfig.defaults());
      List<Future<byte[]>> results = new ArrayList<>();
      for (int i = 0; i < PICTURES; i++) {
        BufferedImage tagged = tagged(i);
        Path source = Pictures.writePng(tagged, directory.resolve("source-" + i + ".png"));
        Path target = directory.resolve("result-" + i + ".png");
        results.add(threads.submit(() -> upscaled(upscaler, model, source, target)));
      }
      for (int i = 0; i < PICTURES; i++) {
        byte[] own = WholeInference.of(engines, model, Pictures.rgb(tagged(i)), 90, 70);
        assertThat(results.get(i).get()).as("picture %d", i).isEqualTo(own);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static BufferedImage tagged(int tag) {
    return Pictures.natural(90, 70, 1000 + tag);
  }

  private static byte[] upscaled(Upscaler upscaler, ModelDescriptor model, Path source, Path target)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(target)) {
      upscaler.upscale(
          new UpscaleRequest(
              source, true, model, 2, ResultFormat.PNG, 0, false, false, BasicMetadata.NONE, null),
          out,
          done -> {},
          () -> false,
          Checkpoints.NONE);
    }
    return Pictures.rgb(Pictures.read(target));
  }
}
