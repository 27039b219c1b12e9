package dev.aiupscale.worker.decode;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

/** Decodes JPEG by the JDK's own reader, which hands over one row after the other. */
final class JpegPicture {
  private JpegPicture() {}

  static Picture read(Path file) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      ImageReader reader = jdkReader();
      try {
        reader.setInput(in, true, true);
        return read(reader, file);
      } finally {
        reader.dispose();
      }
    }
  }

  private static Picture read(ImageReader reader, Path file) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    ImageTypeSpecifier type = reader.getImageTypes(0).next();
    boolean known =
        type.getBufferedImageType() == BufferedImage.TYPE_3BYTE_BGR
            || type.getBufferedImageType() == BufferedImage.TYPE_BYTE_GRAY;
    if (!known) {
      throw new IOException("not 8 bit grey or YCbCr: " + type);
    }
    PlaneFile rgb = PlaneFile.create(PictureReader.beside(file, "rgb"), width * 3);
    boolean read = false;
    try {
      ImageReadParam param = reader.getDefaultReadParam();
      param.setDestination(
          new BufferedImage(
              type.getColorModel(),
              new RowsRaster(type.getSampleModel(width, height), rgb),
              false,
              null));
      reader.read(0, param);
      read = true;
      return new Picture(width, height, rgb, null);
    } finally {
      if (!read) {
        rgb.close();
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
}
