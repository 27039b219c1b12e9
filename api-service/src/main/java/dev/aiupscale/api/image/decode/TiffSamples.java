package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.colour.Model;
import dev.aiupscale.api.image.header.ImageHeader;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Turns a TIFF's rows of packed samples into a picture. */
final class TiffSamples {
  private static final int DEEP_MAX = 65535;

  private final TiffPage page;
  private final Model stored;
  private final @Nullable DeepPicture deep;
  private final Picture picture;
  private final Palette palette;
  private final int[] pixel;
  private final short[] wide;

  TiffSamples(TiffPage page, ImageHeader header) {
    int width = (int) header.width();
    this.page = page;
    this.stored = page.model();
    this.deep = page.deep() ? new DeepPicture(header, stored) : null;
    this.picture =
        deep == null ? new Picture(width, (int) header.height(), stored) : deep.picture();
    this.palette = new Palette(palette(page.palette()));
    this.pixel = new int[stored.channels()];
    this.wide = new short[deep == null ? 0 : page.blockWidth() * stored.channels()];
  }

  /** Writers fill the low byte with the high one or with nothing; old ones use it alone. */
  private static byte[] palette(long[] planes) {
    int shift = Arrays.stream(planes).anyMatch(colour -> colour > 255) ? 8 : 0;
    int entries = planes.length / 3;
    byte[] rgb = new byte[3 * entries];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (planes[i % 3 * entries + i / 3] >> shift);
    }
    return rgb;
  }

  /** The picture that the rows went into. */
  Picture picture() {
    return picture;
  }

  /** Tells the picture's owner what was found in the rows. */
  void tell() {
    palette.tell(picture);
  }

  /**
   * @param planes the row's samples: all together, or those of each plane
   */
  void copyRow(byte[][] planes, int left, int y) {
    int pixels = Math.min(page.blockWidth(), picture.width() - left);
    if (page.photometric() == TiffPage.PALETTE) {
      paint(planes[0], pixels, picture.at(left, y));
    } else if (deep != null) {
      for (int x = 0; x < pixels; x++) {
        unpack(planes, x, DEEP_MAX);
        for (int channel = 0; channel < pixel.length; channel++) {
          wide[x * pixel.length + channel] = (short) pixel[channel];
        }
      }
      deep.put(wide, pixels, left, y, 1);
    } else {
      int at = picture.at(left, y);
      for (int x = 0; x < pixels; x++) {
        unpack(planes, x, 255);
        for (int channel = 0; channel < pixel.length; channel++) {
          picture.samples()[at++] = (byte) pixel[channel];
        }
      }
    }
  }

  /**
   * Reads one pixel's samples, brought to 0 to {@code max}; premultiplied colours become what they
   * are at full opacity.
   */
  private void unpack(byte[][] planes, int x, int max) {
    long storedMax = (1L << page.bits()) - 1;
    for (int channel = 0; channel < pixel.length; channel++) {
      int sample =
          page.planar()
              ? sample(planes[channel], x)
              : sample(planes[0], x * page.samples() + channel);
      pixel[channel] = (int) ((sample * (long) max + storedMax / 2) / storedMax);
    }
    if (page.photometric() == TiffPage.GREY_INVERTED) {
      pixel[0] = max - pixel[0];
    }
    if (page.premultiplied() && stored.hasAlpha()) {
      long alpha = pixel[stored.colours()];
      for (int i = 0; alpha > 0 && i < stored.colours(); i++) {
        pixel[i] = (int) Math.min(max, (pixel[i] * (long) max + alpha / 2) / alpha);
      }
    }
  }

  private int sample(byte[] row, int index) {
    switch (page.bits()) {
      case 8:
        return row[index] & 0xff;
      case 16:
        int first = row[2 * index] & 0xff;
        int second = row[2 * index + 1] & 0xff;
        return page.littleEndian() ? second << 8 | first : first << 8 | second;
      default:
        int value = 0;
        for (int bit = index * page.bits(); bit < (index + 1) * page.bits(); bit++) {
          value = value << 1 | row[bit >> 3] >> 7 - (bit & 7) & 1;
        }
        return value;
    }
  }

  private void paint(byte[] row, int pixels, int start) {
    for (int x = 0; x < pixels; x++) {
      palette.paint(sample(row, x * page.samplesTogether()), picture.samples(), start + 3 * x);
    }
  }
}
