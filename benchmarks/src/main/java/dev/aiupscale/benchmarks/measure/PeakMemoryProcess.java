package dev.aiupscale.benchmarks.measure;

import dev.aiupscale.benchmarks.picture.Photos;
import dev.aiupscale.benchmarks.picture.SourceFile;
import dev.aiupscale.worker.onnx.OnnxConfig;
import dev.aiupscale.worker.onnx.OnnxEngines;
import dev.aiupscale.worker.upscale.UpscalerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The process that enlarges one picture and prints its own peak of resident memory in bytes. */
final class PeakMemoryProcess {
  private static final Path STATUS = Path.of("/proc/self/status");

  private PeakMemoryProcess() {}

  /**
   * @param args models directory, model, scale, JPEG file, its size as {@code WxH}
   */
  public static void main(String[] args) throws IOException {
    Path models = Path.of(args[0]);
    Path photo = Path.of(args[3]);
    int x = args[4].indexOf('x');
    int width = Integer.parseInt(args[4].substring(0, x));
    int height = Integer.parseInt(args[4].substring(x + 1));
    SourceFile source = new SourceFile(photo, false, width, height);
    Bench bench = new Bench(models, photo.resolveSibling(""), Photos.generated(), Effort.QUICK);
    try (OnnxEngines engines = new OnnxEngines(models, OnnxConfig.defaults())) {
      bench.upscale(
          engines,
          UpscalerConfig.defaults(),
          bench.model(args[1], Integer.parseInt(args[2])),
          source);
    }
    System.out.println(peakBytes());
  }

  private static long peakBytes() throws IOException {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow(() -> new IOException(STATUS + " does not tell the peak"));
    }
  }
}
