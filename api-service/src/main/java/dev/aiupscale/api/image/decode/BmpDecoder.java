package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.colour.Model;
import dev.aiupscale.api.image.header.ImageHeader;
import dev.aiupscale.api.image.header.Refusal;
import dev.aiupscale.api.image.header.UploadBytes;

/** Decodes BMP: palettes of 1 to 8 bits, run lengths, 16, 24 and 32 bits with any masks. */
final class BmpDecoder implements Decoder {
  @Override
  public Picture decode(UploadBytes file, ImageHeader header, Deadline deadline) {
    BmpLayout layout = BmpLayout.read(file);
    Picture picture =
        new Picture(layout.width(), layout.height(), layout.mask(3) != 0 ? Model.RGBA : Model.RGB);
    if (layout.isRunLength()) {
      new BmpRunLength(file, layout, picture, deadline).decode();
    } else {
      decodeRows(file, layout, picture, deadline);
    }
    layout.palette().tell(picture);
    UnusedAlpha.ignore(picture);
    return picture;
  }

  private static void decodeRows(
      UploadBytes file, BmpLayout layout, Picture picture, Deadline deadline) {
    int rowBytes = Math.toIntExact(((long) layout.width() * layout.bits() + 31) / 32 * 4);
    for (int row = 0; row < layout.height(); row++) {
      deadline.check();
      // The last row's padding is often missing, so only its pixels are asked for.
      int needed = (layout.width() * layout.bits() + 7) / 8;
      byte[] packed = file.copy(Math.toIntExact(layout.pixels() + (long) row * rowBytes), needed);
      int y = layout.topDown() ? row : layout.height() - 1 - row;
      expand(packed, layout, picture, y);
    }
  }

  private static void expand(byte[] packed, BmpLayout layout, Picture picture, int y) {
    byte[] samples = picture.samples();
    int channels = picture.model().channels();
    int at = picture.at(0, y);
    for (int x = 0; x < layout.width(); x++, at += channels) {
      if (layout.bits() <= 8) {
        layout.palette().paint(PackedBits.sample(packed, x, layout.bits()), samples, at);
      } else if (layout.bits() == 24) {
        samples[at] = packed[3 * x + 2];
        samples[at + 1] = packed[3 * x + 1];
        samples[at + 2] = packed[3 * x];
      } else {
        int pixel = pixel(packed, x, layout.bits() / 8);
        for (int channel = 0; channel < channels; channel++) {
          samples[at + channel] = masked(pixel, layout.mask(channel));
        }
      }
    }
  }

  private static int pixel(byte[] packed, int x, int bytes) {
    int pixel = 0;
    for (int i = bytes - 1; i >= 0; i--) {
      pixel = pixel << 8 | packed[bytes * x + i] & 0xff;
    }
    return pixel;
  }

  private static byte masked(int pixel, int mask) {
    if (mask == 0) {
      return 0;
    }
    int shift = Integer.numberOfTrailingZeros(mask);
    int bits = 32 - Integer.numberOfLeadingZeros(mask >>> shift);
    int value = (pixel & mask) >>> shift;
    if (bits > 16) {
      throw Refusal.corrupt("The BMP file's colour masks are damaged.");
    }
    return Depth.from(value, bits);
  }
}
