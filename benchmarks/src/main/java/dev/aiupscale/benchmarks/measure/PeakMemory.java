package dev.aiupscale.benchmarks.measure;

import dev.aiupscale.benchmarks.picture.SourceFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/** Measures the peak of resident memory, in a process of its own so that no two peaks mix. */
public final class PeakMemory {
  private static final double PREDECESSOR_BYTES = 8e9;
  private static final int WIDE = 10667;
  private static final int HIGH = 6000;

  private final Bench bench;

  public PeakMemory(Bench bench) {
    this.bench = bench;
  }

  /**
   * @throws IOException when the process fails, or the system does not tell its peak
   */
  public PeakMemoryResult measure(String model, MemoryCase picture) throws IOException {
    Path photo = bench.photo(picture.width(), picture.height()).path();
    long peak = peakOf(model, picture.scale(), photo, false);
    return result(model, picture.scale(), picture.width(), picture.height(), "jpeg", peak);
  }

  /**
   * 64 megapixels at 4×, lossless. A photo in a corner and one colour around it, since the network
   * would take hours for photo all over: tiles that come again are run once, and memory is the
   * same.
   *
   * @throws IOException when the process fails, or the system does not tell its peak
   */
  public PeakMemoryResult measureGigapixel(String model) throws IOException {
    BufferedImage page = new BufferedImage(WIDE, HIGH, BufferedImage.TYPE_3BYTE_BGR);
    page.createGraphics().drawImage(bench.photos().draw(1500, 1000), WIDE / 3, HIGH / 3, null);
    Path source = SourceFile.png(page, bench.engine().scratch()).path();
    return result(model, 4, WIDE, HIGH, "png", peakOf(model, 4, source, false));
  }

  /**
   * A low strip of a photo, since an exact result's memory does not depend on the height.
   *
   * @throws IOException when the process fails, or the system does not tell its peak
   */
  public PeakMemoryResult measureExact(String model, MemoryCase picture) throws IOException {
    Path photo = bench.photo(picture.width(), picture.height()).path();
    long peak = peakOf(model, picture.scale(), photo, true);
    return result(model, picture.scale(), picture.width(), picture.height(), "jpeg, exact", peak);
  }

  private static PeakMemoryResult result(
      String model, int scale, int width, int height, String format, long peak) {
    return new PeakMemoryResult(
        model,
        scale,
        width,
        height,
        format,
        WorkerProcess.JAVA_OPTIONS,
        peak,
        peak / PREDECESSOR_BYTES);
  }

  private long peakOf(String model, int scale, Path photo, boolean exact) throws IOException {
    Engine engine = bench.engine();
    String answer =
        WorkerProcess.run(
            PeakMemoryProcess.class,
            engine.models().toString(),
            engine.scratch().toString(),
            photo.toString(),
            model,
            Integer.toString(scale),
            Boolean.toString(exact));
    return Long.parseLong(answer);
  }
}
