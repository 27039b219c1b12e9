package dev.aiupscale.api.image.decode;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Finds the JDK's own readers, whatever plugins a deployment adds: their quirks are known. */
final class JdkReaders {
  private JdkReaders() {}

  static ImageReader create(String format) {
    var readers = ImageIO.getImageReadersByFormatName(format);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getModule().equals(ImageIO.class.getModule())) {
        return reader;
      }
    }
    throw new IllegalStateException("this Java runtime has no reader for " + format);
  }
}
