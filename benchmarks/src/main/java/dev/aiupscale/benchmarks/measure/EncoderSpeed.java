package dev.aiupscale.benchmarks.measure;

import dev.aiupscale.benchmarks.picture.ImageRows;
import dev.aiupscale.benchmarks.timing.Times;
import dev.aiupscale.benchmarks.timing.Work;
import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.worker.encode.ImageEncoder;
import dev.aiupscale.worker.encode.JpegEncoder;
import dev.aiupscale.worker.encode.PngEncoder;
import dev.aiupscale.worker.encode.WebpEncoder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Measures the worker's encoders and Java's own on one picture of a 4K screen's size. */
public final class EncoderSpeed {
  private static final int WIDTH = 3840;
  private static final int HEIGHT = 2160;

  /** Above 90 the worker keeps colour at full resolution, which Java's writer never does. */
  private static final int DEFAULT_QUALITY = 92;

  private static final int HALF_CHROMA_QUALITY = 85;
  private static final int LOSSLESS = 100;

  /** One encoder, ready to write the picture. */
  private record Writer(String name, Encoding encoding) {}

  private interface Encoding {
    void to(OutputStream out) throws IOException;
  }

  private final Bench bench;

  public EncoderSpeed(Bench bench) {
    this.bench = bench;
  }

  public List<EncoderResult> measure() throws IOException {
    BufferedImage image = bench.photos().draw(WIDTH, HEIGHT);
    Writer jdkPng = new Writer("ImageIO's PNG", out -> JdkEncoder.png(image, out));
    Writer jdkJpeg = jdkJpeg(image, DEFAULT_QUALITY);
    Writer jdkHalfChroma = jdkJpeg(image, HALF_CHROMA_QUALITY);
    BasicMetadata none = BasicMetadata.NONE;
    List<EncoderResult> results = new ArrayList<>();
    results.add(compare(worker("PNG", new PngEncoder(none), image), jdkPng));
    results.add(
        compare(worker("JPEG 92 (4:4:4)", new JpegEncoder(DEFAULT_QUALITY, none), image), jdkJpeg));
    results.add(
        compare(
            worker("JPEG 85 (4:2:0)", new JpegEncoder(HALF_CHROMA_QUALITY, none), image),
            jdkHalfChroma));
    results.add(compare(worker("WebP 92", new WebpEncoder(DEFAULT_QUALITY, none), image), jdkJpeg));
    results.add(compare(worker("WebP lossless", new WebpEncoder(LOSSLESS, none), image), jdkPng));
    return results;
  }

  private EncoderResult compare(Writer ours, Writer other) throws IOException {
    Encoded bytes = new Encoded(ours);
    Encoded otherBytes = new Encoded(other);
    List<Times> times = bench.effort().rounds().interleave(List.of(bytes, otherBytes));
    double megabytes = 3.0 * WIDTH * HEIGHT / 1e6;
    return new EncoderResult(
        ours.name(),
        other.name(),
        WIDTH,
        HEIGHT,
        megabytes / times.get(0).median(),
        megabytes / times.get(1).median(),
        bytes.count,
        otherBytes.count,
        times.get(1).over(times.get(0)),
        (double) bytes.count / otherBytes.count,
        times.get(0).rounds());
  }

  /** Writes the picture and notes how many bytes it became. */
  private static final class Encoded implements Work {
    private final Writer writer;
    private long count;

    Encoded(Writer writer) {
      this.writer = writer;
    }

    @Override
    public void run() throws IOException {
      CountingOutput out = new CountingOutput();
      writer.encoding().to(out);
      count = out.bytes();
    }
  }

  private static Writer worker(String name, ImageEncoder encoder, BufferedImage image) {
    return new Writer(name, out -> encoder.encode(new ImageRows(image), out));
  }

  private static Writer jdkJpeg(BufferedImage image, int quality) {
    return new Writer(
        "ImageIO's JPEG " + quality + " (4:2:0)", out -> JdkEncoder.jpeg(image, quality, out));
  }
}
