package dev.aiupscale.benchmarks.measure;

import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.worker.onnx.OnnxEngines;
import java.io.IOException;
import java.nio.file.Path;

/** The process that enlarges one picture and prints its own peak of resident memory in bytes. */
final class PeakMemoryProcess {
  private PeakMemoryProcess() {}

  /**
   * @param args models directory, folder for the result, picture, model, scale, whether exactly
   */
  public static void main(String[] args) throws IOException {
    Engine engine = new Engine(Path.of(args[0]), Path.of(args[1]));
    try (OnnxEngines networks = engine.networks()) {
      ModelDescriptor model = engine.model(args[3], Integer.parseInt(args[4]));
      engine.upscale(networks, model, Path.of(args[2]), Boolean.parseBoolean(args[5]));
    }
    System.out.println(ResidentMemory.peak());
  }
}
