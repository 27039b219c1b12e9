package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.colour.ColourTransform;
import dev.aiupscale.api.image.colour.Model;
import dev.aiupscale.api.image.colour.SourceColours;
import dev.aiupscale.api.image.header.ImageHeader;
import org.jspecify.annotations.Nullable;

/**
 * A picture that is decoded from samples of more than 8 bits. Its colours become sRGB row by row
 * before they are rounded, so that dark steps of a linear curve are not lost and no second copy of
 * the picture is needed.
 */
final class DeepPicture {
  private final Model stored;
  private final @Nullable ColourTransform transform;
  private final Picture picture;

  /**
   * @param stored what the file's samples are
   */
  DeepPicture(ImageHeader header, Model stored) {
    SourceColours colours = SourceColours.of(header.colour(), stored);
    this.stored = stored;
    this.transform = colours.transform();
    this.picture =
        new Picture((int) header.width(), (int) header.height(), stored.asSrgb(), colours);
  }

  Picture picture() {
    return picture;
  }

  /**
   * Stores pixels of one row.
   *
   * @param samples of 0 to 65535, interleaved as the file has them
   * @param x of the first pixel; the others follow in steps of {@code stepX}
   */
  void put(short[] samples, int pixels, int x, int y, int stepX) {
    byte[] rgb = transform == null ? null : converted(samples, pixels, transform);
    byte[] target = picture.samples();
    int kept = picture.model().colours();
    for (int i = 0; i < pixels; i++) {
      int from = i * stored.channels();
      int to = picture.at(x + i * stepX, y);
      for (int channel = 0; channel < kept; channel++) {
        // Of grey in another space the middle one of three nearly equal samples.
        target[to + channel] =
            rgb == null
                ? Depth.from16(samples[from + channel] & 0xffff)
                : rgb[3 * i + (kept == 1 ? 1 : channel)];
      }
      if (stored.hasAlpha()) {
        target[to + kept] = Depth.from16(samples[from + stored.colours()] & 0xffff);
      }
    }
  }

  private byte[] converted(short[] samples, int pixels, ColourTransform transform) {
    int colours = stored.colours();
    short[] in = new short[pixels * colours];
    for (int i = 0; i < pixels; i++) {
      System.arraycopy(samples, i * stored.channels(), in, i * colours, colours);
    }
    byte[] rgb = new byte[pixels * 3];
    transform.apply(in, rgb, pixels);
    return rgb;
  }
}
