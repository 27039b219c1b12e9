package dev.aiupscale.benchmarks.measure;

import dev.aiupscale.benchmarks.picture.SourceFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures the peak of resident memory, in a process of its own so that no two peaks mix. */
public final class PeakMemory {
  private static final double PREDECESSOR_BYTES = 8e9;

  /** As ./run starts a worker. */
  private static final List<String> JAVA_OPTIONS =
      List.of("-Xmx400m", "-XX:MaxDirectMemorySize=512m");

  private final Bench bench;

  public PeakMemory(Bench bench) {
    this.bench = bench;
  }

  /**
   * @throws IOException when the process fails, or the system does not tell its peak
   */
  public PeakMemoryResult measure(String model, MemoryCase picture) throws IOException {
    SourceFile source =
        picture.lossless()
            ? bench.lossless(picture.width(), picture.height())
            : bench.photo(picture.width(), picture.height());
    long peak = peakOf(model, picture.scale(), source.path());
    return new PeakMemoryResult(
        model,
        picture.scale(),
        picture.width(),
        picture.height(),
        picture.lossless() ? "png" : "jpeg",
        JAVA_OPTIONS,
        peak,
        peak / PREDECESSOR_BYTES);
  }

  private long peakOf(String model, int scale, Path photo) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JAVA_OPTIONS);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(PeakMemoryProcess.class.getName());
    Engine engine = bench.engine();
    command.addAll(List.of(engine.models().toString(), engine.scratch().toString()));
    command.addAll(List.of(photo.toString(), model, Integer.toString(scale)));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String answer =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("the process whose memory was to be measured failed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while memory was measured");
    }
    return Long.parseLong(answer);
  }
}
