package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.header.JpegFrame;
import dev.aiupscale.api.image.header.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's own JPEG reader over one file, remembering what it warns of: it shows damaged pictures
 * with grey parts and a warning instead of an error.
 */
public final class JpegSource implements AutoCloseable {
  private static final int FIRST_UNCOMMON_FRAME = 0xc3;

  private final ImageReader reader;
  private final FileImageInputStream in;
  private @Nullable String damage;

  public JpegSource(Path file, JpegFrame frame) throws IOException {
    if (frame.precision() != 8) {
      throw Refusal.unsupported(
          "The file is a JPEG with %d bit a sample, which only special programs read."
              .formatted(frame.precision()));
    }
    this.reader = jdkReader();
    this.in = new FileImageInputStream(file.toFile());
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

  private static ImageReader jdkReader() {
    var readers = ImageIO.getImageReadersByFormatName("jpeg");
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getModule().equals(ImageIO.class.getModule())) {
        return reader;
      }
    }
    throw new IllegalStateException("this Java runtime has no JPEG reader");
  }

  /** Stray bytes before a marker come from some cameras and change no pixel. */
  private void note(String warning) {
    if (damage == null && !warning.toLowerCase(Locale.ROOT).contains("extraneous bytes")) {
      damage = warning;
    }
  }

  public ImageReader reader() {
    return reader;
  }

  /** To be called after reading; throws IMAGE_CORRUPT when a part could not be decoded. */
  public void requireUndamaged() {
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
