package dev.aiupscale.api.image;

import dev.aiupscale.api.image.decode.Deadline;
import dev.aiupscale.api.image.header.ImageHeader;
import dev.aiupscale.api.image.header.Refusal;
import dev.aiupscale.api.image.header.UploadBytes;
import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.Density;
import dev.aiupscale.common.image.SourceImage;
import dev.aiupscale.common.job.UpscaleException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Turns an uploaded file of any kind into the normalised files that the product works on. */
public final class ImageNormaliser {
  private static final Duration TIME_LIMIT = Duration.ofSeconds(60);

  private final ImageLimits limits;
  private final DecodeGate gate;
  private final Duration timeLimit;
  private final List<Step> withoutPixels;
  private final List<Step> withPixels;

  public ImageNormaliser(ImageLimits limits) {
    this(limits, new DecodeGate(limits.maxPixels()), TIME_LIMIT);
  }

  /**
   * @param gate shared by all who decode in this process
   * @param timeLimit for decoding one picture, waiting at the gate not counted
   */
  public ImageNormaliser(ImageLimits limits, DecodeGate gate, Duration timeLimit) {
    this.limits = limits;
    this.gate = gate;
    this.timeLimit = timeLimit;
    this.withoutPixels = List.of(new SniffContent(), new ReadHeader(), new CheckLimits(limits));
    this.withPixels =
        List.of(
            new KeepCodedJpeg(),
            new DecodePixels(),
            new ConvertToSrgb(),
            new TurnUpright(),
            new FindTransparency(),
            new WriteFiles());
  }

  /**
   * Writes {@code original.jpg} and, where the upload came lossless or has alpha, {@code
   * source.png} into {@code workDir}.
   *
   * @param workDir an existing empty directory
   * @throws UpscaleException IMAGE_EMPTY, UNSUPPORTED_MEDIA_TYPE, IMAGE_TOO_LARGE or IMAGE_CORRUPT
   * @throws UncheckedIOException when a file cannot be read or written
   */
  public NormalisedImage normalise(Path upload, Path workDir) {
    long bytes = size(upload);
    Normalisation work = new Normalisation(map(upload), workDir);
    try {
      run(withoutPixels, work);
      try (DecodeGate.Pass pass = gate.enter(work.header().pixels())) {
        work.deadline(new Deadline(timeLimit));
        run(withPixels, work);
      }
    } catch (UpscaleException | UncheckedIOException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw Refusal.corrupt("The picture is damaged and cannot be decoded.", e);
    } catch (OutOfMemoryError e) {
      // What was taken for this picture is free again, so nobody else is harmed.
      throw Refusal.tooLarge("The picture needs more memory than this server has free for it.", e);
    }
    return result(work, bytes);
  }

  private static void run(List<Step> steps, Normalisation work) throws IOException {
    for (Step step : steps) {
      if (!work.finished()) {
        step.apply(work);
      }
    }
  }

  private long size(Path upload) {
    try {
      long bytes = Files.size(upload);
      if (bytes == 0) {
        throw Refusal.empty();
      }
      if (bytes > limits.maxBytes()) {
        throw Refusal.tooLarge(
            "The file has %d bytes; the limit is %d.".formatted(bytes, limits.maxBytes()));
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UploadBytes map(Path upload) {
    try {
      return UploadBytes.map(upload);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BasicMetadata turned(BasicMetadata metadata) {
    Density density = metadata.density();
    return density == null ? metadata : metadata.with(density.turned());
  }

  private static NormalisedImage result(Normalisation work, long bytes) {
    ImageHeader header = work.header();
    boolean swapped = header.exif().orientation() >= 5;
    long width = swapped ? header.height() : header.width();
    long height = swapped ? header.width() : header.height();
    boolean lossless = !work.finished() && work.keepsLosslessSource();
    return new NormalisedImage(
        new SourceImage((int) width, (int) height, header.format().json(), bytes, work.alpha()),
        work.original(),
        lossless ? work.losslessSource() : null,
        swapped ? turned(header.exif().metadata()) : header.exif().metadata(),
        work.notes());
  }
}
