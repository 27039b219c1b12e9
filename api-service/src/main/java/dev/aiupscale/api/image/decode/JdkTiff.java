package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.colour.Model;
import dev.aiupscale.api.image.header.Refusal;
import dev.aiupscale.api.image.header.UploadBytes;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decodes the codings of TIFF that come from other standards, with the JDK's reader. */
final class JdkTiff {
  private JdkTiff() {}

  static Picture decode(UploadBytes file, Deadline deadline) throws IOException {
    ImageReader reader = JdkReaders.create("tiff");
    try (ImageInputStream in = new UploadImageStream(file, deadline)) {
      reader.setInput(in, false, true);
      return toPicture(deadline.watch(reader, () -> reader.read(0)));
    } finally {
      reader.dispose();
    }
  }

  /** Copies raw samples, never the values that Java's colour management would make of them. */
  private static Picture toPicture(BufferedImage image) {
    Raster raster = image.getRaster();
    if (image.getColorModel() instanceof IndexColorModel palette) {
      return fromPalette(raster, palette);
    }
    if (raster.getTransferType() != DataBuffer.TYPE_BYTE) {
      throw Refusal.unsupported("The file is a TIFF with other than 8 bit a sample.");
    }
    int bands = raster.getNumBands();
    Model model = bands >= 3 ? Model.RGB : Model.GREY;
    Picture picture = new Picture(image.getWidth(), image.getHeight(), model);
    int[] row = new int[image.getWidth() * bands];
    int at = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getPixels(0, y, image.getWidth(), 1, row);
      for (int i = 0; i < row.length; i += bands) {
        for (int channel = 0; channel < model.channels(); channel++) {
          picture.samples()[at++] = (byte) row[i + channel];
        }
      }
    }
    return picture;
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
