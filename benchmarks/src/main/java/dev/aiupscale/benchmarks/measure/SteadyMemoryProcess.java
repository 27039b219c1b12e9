package dev.aiupscale.benchmarks.measure;

import dev.aiupscale.benchmarks.picture.SourceFile;
import dev.aiupscale.benchmarks.picture.SyntheticPhoto;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.worker.onnx.OnnxEngines;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * The process that enlarges pictures of random sizes and prints its resident memory after each, in
 * bytes.
 */
final class SteadyMemoryProcess {
  private static final int SEED = 1;
  private static final int LONGEST_SIDE = 320;

  private SteadyMemoryProcess() {}

  /**
   * @param args models directory, folder for files, model, number of jobs
   */
  public static void main(String[] args) throws IOException {
    Engine engine = new Engine(Path.of(args[0]), Path.of(args[1]));
    SplittableRandom random = new SplittableRandom(SEED);
    try (OnnxEngines networks = engine.networks()) {
      for (int job = 0; job < Integer.parseInt(args[3]); job++) {
        ModelDescriptor model = engine.model(args[2], random.nextBoolean() ? 2 : 4);
        int width = random.nextInt(1, LONGEST_SIDE + 1);
        int height = random.nextInt(1, LONGEST_SIDE + 1);
        BufferedImage photo = SyntheticPhoto.draw(width, height, job);
        Path source =
            (random.nextBoolean()
                    ? SourceFile.png(photo, engine.scratch())
                    : SourceFile.jpeg(photo, engine.scratch()))
                .path();
        engine.upscale(networks, model, source);
        Files.delete(source);
        System.out.println(ResidentMemory.now());
      }
    }
  }
}
