package dev.aiupscale.api.image;

import dev.aiupscale.api.image.colour.ColourTransform;
import dev.aiupscale.api.image.colour.Model;
import dev.aiupscale.api.image.decode.Deadline;
import dev.aiupscale.api.image.decode.Picture;

/** Applies a colour transform to a picture's own samples, a strip at a time. */
final class InPlace {
  private static final int STRIP = 1 << 15;

  private InPlace() {}

  /** Grey stays one sample a pixel, since grey in any space is grey in sRGB; inks become RGB. */
  static void apply(ColourTransform transform, Picture picture, Deadline deadline) {
    Model model = picture.model();
    int colours = model.colours();
    Model made = model.asSrgb();
    int kept = made.colours();
    int stepTo = made.channels();
    int pixels = picture.width() * picture.height();
    for (int done = 0; done < pixels; done += STRIP) {
      deadline.check();
      int count = Math.min(STRIP, pixels - done);
      byte[] in = new byte[count * colours];
      byte[] rgb = new byte[count * 3];
      byte[] alpha = new byte[count];
      gather(picture, done, count, in, alpha);
      transform.apply(in, rgb, count);
      byte[] samples = picture.samples();
      for (int i = 0; i < count; i++) {
        int to = (done + i) * stepTo;
        for (int channel = 0; channel < kept; channel++) {
          samples[to + channel] = rgb[3 * i + (kept == 1 ? 1 : channel)];
        }
        if (made.hasAlpha()) {
          samples[to + kept] = alpha[i];
        }
      }
    }
    picture.reinterpret(made);
  }

  private static void gather(Picture picture, int from, int count, byte[] in, byte[] alpha) {
    int colours = picture.model().colours();
    int step = picture.model().channels();
    for (int i = 0; i < count; i++) {
      int at = (from + i) * step;
      System.arraycopy(picture.samples(), at, in, i * colours, colours);
      alpha[i] = picture.samples()[at + step - 1];
    }
  }
}
