package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.decode.Picture.Model;
import dev.aiupscale.api.image.header.Refusal;
import dev.aiupscale.api.image.header.TiffDirectory;
import dev.aiupscale.api.image.header.UploadBytes;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * What a TIFF page's tags say of its samples.
 *
 * @param photometric 0 and 1 grey, 2 RGB, 3 palette, 5 CMYK, 6 YCbCr
 * @param extra what the samples beyond the colours are: 1 premultiplied alpha, 2 alpha, else
 *     something that is no colour
 */
record TiffPage(int photometric, int bits, int extra) {
  private static final int BITS_PER_SAMPLE = 0x0102;
  private static final int PHOTOMETRIC = 0x0106;
  private static final int EXTRA_SAMPLES = 0x0152;
  private static final int CMYK = 5;

  static TiffPage read(UploadBytes file) {
    TiffDirectory page = TiffDirectory.first(file.slice(0, file.size()));
    return new TiffPage(
        (int) page.number(PHOTOMETRIC, 1),
        (int) page.number(BITS_PER_SAMPLE, 1),
        page.has(EXTRA_SAMPLES) ? (int) page.number(EXTRA_SAMPLES, 0) : -1);
  }

  /** Copies raw samples, never the values that Java's colour management would make of them. */
  Picture toPicture(BufferedImage image) {
    if (image.getColorModel() instanceof IndexColorModel palette) {
      return fromPalette(image.getRaster(), palette);
    }
    Raster raster = image.getRaster();
    int bands = raster.getNumBands();
    int type = raster.getTransferType();
    if (type != DataBuffer.TYPE_BYTE && type != DataBuffer.TYPE_USHORT) {
      throw Refusal.unsupported("The file is a TIFF with other than whole numbers of 1 to 16 bit.");
    }
    Model model = model(bands);
    Picture picture = new Picture(image.getWidth(), image.getHeight(), model);
    int depth = type == DataBuffer.TYPE_BYTE ? Math.min(bits, 8) : 16;
    int[] row = new int[image.getWidth() * bands];
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getPixels(0, y, image.getWidth(), 1, row);
      copyRow(row, bands, depth, picture, y);
    }
    return picture;
  }

  private Model model(int bands) {
    boolean alpha = extra == 1 || extra == 2;
    if (photometric == CMYK && bands >= 4) {
      return Model.CMYK;
    }
    return bands >= 3
        ? (alpha && bands >= 4 ? Model.RGBA : Model.RGB)
        : (alpha && bands == 2 ? Model.GREY_ALPHA : Model.GREY);
  }

  private void copyRow(int[] row, int bands, int depth, Picture picture, int y) {
    Model model = picture.model();
    int at = picture.at(0, y);
    for (int i = 0; i < row.length; i += bands, at += model.channels()) {
      if (extra == 1 && model.hasAlpha()) {
        divideByAlpha(row, i, model.colours(), depth);
      }
      for (int channel = 0; channel < model.channels(); channel++) {
        int sample = row[i + channel];
        picture.samples()[at + channel] =
            depth == 16 ? Depth.from16(sample) : Depth.from(sample, depth);
      }
    }
  }

  private static void divideByAlpha(int[] row, int at, int colours, int depth) {
    int max = (1 << depth) - 1;
    int alpha = row[at + colours];
    for (int i = at; alpha > 0 && i < at + colours; i++) {
      row[i] = (int) Math.min(max, ((long) row[i] * max + alpha / 2) / alpha);
    }
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
