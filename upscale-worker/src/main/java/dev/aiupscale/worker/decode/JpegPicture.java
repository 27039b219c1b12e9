package dev.aiupscale.worker.decode;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decodes JPEG by the JDK's own reader and takes over its sample array where it can. */
final class JpegPicture {
  private JpegPicture() {}

  static Picture read(Path file) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      ImageReader reader = jdkReader();
      try {
        reader.setInput(in, true, true);
        BufferedImage image = reader.read(0);
        return new Picture(image.getWidth(), image.getHeight(), rgb(image), null);
      } finally {
        reader.dispose();
      }
    }
  }

  /** Another plugin on the class path may have other ideas about colour. */
  private static ImageReader jdkReader() throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
        return reader;
      }
    }
    throw new IOException("this Java runtime has no JPEG reader");
  }

  private static byte[] rgb(BufferedImage image) throws IOException {
    byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    return switch (image.getType()) {
      case BufferedImage.TYPE_3BYTE_BGR -> swapped(samples);
      // The samples themselves: Java's colour conversion would take grey for linear light.
      case BufferedImage.TYPE_BYTE_GRAY -> replicated(samples);
      default -> throw new IOException("not 8 bit grey or YCbCr: " + image);
    };
  }

  private static byte[] swapped(byte[] bgr) {
    for (int i = 0; i < bgr.length; i += 3) {
      byte blue = bgr[i];
      bgr[i] = bgr[i + 2];
      bgr[i + 2] = blue;
    }
    return bgr;
  }

  private static byte[] replicated(byte[] grey) {
    byte[] rgb = new byte[Math.multiplyExact(grey.length, 3)];
    for (int i = 0; i < grey.length; i++) {
      rgb[3 * i] = grey[i];
      rgb[3 * i + 1] = grey[i];
      rgb[3 * i + 2] = grey[i];
    }
    return rgb;
  }
}
