package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.header.ImageHeader;
import dev.aiupscale.api.image.header.UploadBytes;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decodes a TIFF file's first page with the JDK's reader. */
final class TiffDecoder implements Decoder {
  @Override
  public Picture decode(UploadBytes file, ImageHeader header, Deadline deadline)
      throws IOException {
    TiffPage page = TiffPage.read(file);
    ImageReader reader = jdkReader();
    try (ImageInputStream in = new UploadImageStream(file)) {
      reader.setInput(in, false, true);
      BufferedImage image = deadline.watch(reader, () -> reader.read(0));
      return page.toPicture(image);
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader jdkReader() {
    var readers = ImageIO.getImageReadersByFormatName("tiff");
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getModule().equals(ImageIO.class.getModule())) {
        return reader;
      }
    }
    throw new IllegalStateException("this Java runtime has no TIFF reader");
  }
}
