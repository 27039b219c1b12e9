package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.colour.Model;
import dev.aiupscale.api.image.header.Refusal;
import dev.aiupscale.api.image.header.UploadBytes;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decodes a TIFF page that is a fax, with the JDK's reader. */
final class TiffFax {
  private TiffFax() {}

  static Picture decode(UploadBytes file, Deadline deadline) throws IOException {
    ImageReader reader = JdkReaders.create("tiff");
    try (ImageInputStream in = new UploadImageStream(file, deadline)) {
      reader.setInput(in, false, true);
      return toPicture(deadline.watch(reader, () -> reader.read(0)));
    } finally {
      reader.dispose();
    }
  }

  /** Black and white come as a palette of two, whichever of them the file counts first. */
  private static Picture toPicture(BufferedImage image) {
    if (image.getColorModel() instanceof IndexColorModel palette) {
      return fromPalette(image.getRaster(), palette);
    }
    throw Refusal.unsupported("The file is a fax with more than black and white.");
  }

  private static Picture fromPalette(Raster raster, IndexColorModel palette) {
    Picture picture = new Picture(raster.getWidth(), raster.getHeight(), Model.RGB);
    int[] row = new int[raster.getWidth()];
    int at = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(0, y, row.length, 1, 0, row);
      for (int index : row) {
        picture.samples()[at++] = (byte) palette.getRed(index);
        picture.samples()[at++] = (byte) palette.getGreen(index);
        picture.samples()[at++] = (byte) palette.getBlue(index);
      }
    }
    return picture;
  }
}
