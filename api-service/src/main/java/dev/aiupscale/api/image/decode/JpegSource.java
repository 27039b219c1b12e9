package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.colour.Model;
import dev.aiupscale.api.image.header.JpegFrame;
import dev.aiupscale.api.image.header.Refusal;
import dev.aiupscale.api.image.header.UploadBytes;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.IIOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's own JPEG reader over one stream, remembering what it warns of: it shows damaged
 * pictures with grey parts and a warning instead of an error.
 */
public final class JpegSource implements AutoCloseable {
  private static final int FIRST_UNCOMMON_FRAME = 0xc3;
  private static final String STRAY_BYTES_BEFORE_THE_END = "extraneous bytes before marker 0xd9";

  private final JpegFrame frame;
  private final Deadline deadline;
  private final ImageReader reader;
  private final ImageInputStream in;
  private @Nullable String damage;

  /**
   * @param file a JPEG without metadata, for the reader stumbles over some
   */
  public JpegSource(UploadBytes file, JpegFrame frame, Deadline deadline) throws IOException {
    this(new UploadImageStream(file, deadline), frame, deadline);
  }

  JpegSource(ImageInputStream in, JpegFrame frame, Deadline deadline) throws IOException {
    if (frame.precision() != 8) {
      throw Refusal.unsupported(
          "The file is a JPEG with %d bit a sample, which only special programs read."
              .formatted(frame.precision()));
    }
    this.frame = frame;
    this.deadline = deadline;
    this.reader = JdkReaders.create("jpeg");
    this.in = in;
    reader.addIIOReadWarningListener((source, warning) -> note(warning));
    reader.setInput(in, true, true);
    try {
      reader.getWidth(0);
    } catch (IIOException e) {
      close();
      throw refusal(frame, e);
    }
  }

  private static RuntimeException refusal(JpegFrame frame, IIOException e) {
    return frame.marker() >= FIRST_UNCOMMON_FRAME
        ? Refusal.unsupported("The file is a JPEG of a kind that only special programs read.", e)
        : Refusal.corrupt("The JPEG file is damaged.", e);
  }

  /**
   * Stray bytes before the end come from some cameras and change no pixel. Before any other marker
   * they are damage: the reader warns once at most, and would be silent of all that is missing
   * after them.
   */
  private void note(String warning) {
    if (damage == null && !warning.toLowerCase(Locale.ROOT).contains(STRAY_BYTES_BEFORE_THE_END)) {
      damage = warning;
    }
  }

  /**
   * Decodes all pixels: one component as grey, three as RGB, two and four as they are stored.
   *
   * @throws dev.aiupscale.common.job.UpscaleException IMAGE_CORRUPT when a part cannot be decoded
   */
  Picture read() throws IOException {
    return switch (frame.components()) {
      case 1 -> readInto(new Picture(frame.width(), frame.height(), Model.GREY));
      case 3 -> readInto(new Picture(frame.width(), frame.height(), Model.RGB));
      case 2 -> readStored(Model.GREY_ALPHA);
      case 4 -> readStored(Model.CMYK);
      default ->
          throw Refusal.corrupt("The JPEG file names %d components.".formatted(frame.components()));
    };
  }

  private Picture readInto(Picture picture) throws IOException {
    ImageReadParam param = reader.getDefaultReadParam();
    param.setDestination(PictureImage.of(picture));
    deadline.watch(reader, () -> reader.read(0, param));
    requireUndamaged();
    return picture;
  }

  private Picture readStored(Model model) throws IOException {
    var raster = deadline.watch(reader, () -> reader.readRaster(0, null));
    requireUndamaged();
    byte[] samples = ((DataBufferByte) raster.getDataBuffer()).getData();
    return new Picture(frame.width(), frame.height(), model, samples);
  }

  /**
   * Decodes all of the file and stores about {@code side} rows and columns of it at most.
   *
   * @throws dev.aiupscale.common.job.UpscaleException IMAGE_CORRUPT when a part cannot be decoded
   */
  public void requireUndamaged(int side) throws IOException {
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(frame.width() / side + 1, frame.height() / side + 1, 0, 0);
    deadline.watch(reader, () -> reader.read(0, param));
    requireUndamaged();
  }

  private void requireUndamaged() {
    if (damage != null) {
      throw Refusal.corrupt("The JPEG file is damaged or ends early.", new IIOException(damage));
    }
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    in.close();
  }
}
