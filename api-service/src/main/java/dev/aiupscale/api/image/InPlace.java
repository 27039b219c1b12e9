package dev.aiupscale.api.image;

import dev.aiupscale.api.image.colour.ColourTransform;
import dev.aiupscale.api.image.colour.Model;
import dev.aiupscale.api.image.decode.Deadline;
import dev.aiupscale.api.image.decode.Picture;

/** Applies a colour transform to a picture's own samples, a strip at a time. */
final class InPlace {
  private static final int STRIP = 1 << 15;

  private InPlace() {}

  /** Grey stays one sample a pixel, since grey in any space is grey in sRGB; CMYK becomes RGB. */
  static void apply(ColourTransform transform, Picture picture, Deadline deadline) {
    Model model = picture.model();
    int colours = model.colours();
    int kept = colours == 1 ? 1 : 3;
    int stepTo = kept + (model.hasAlpha() ? 1 : 0);
    int pixels = picture.width() * picture.height();
    for (int done = 0; done < pixels; done += STRIP) {
      deadline.check();
      int count = Math.min(STRIP, pixels - done);
      byte[] in = new byte[count * colours];
      byte[] rgb = new byte[count * 3];
      gather(picture, done, count, in);
      transform.apply(in, rgb, count);
      byte[] samples = picture.samples();
      for (int i = 0; i < count; i++) {
        int to = (done + i) * stepTo;
        for (int channel = 0; channel < kept; channel++) {
          samples[to + channel] = rgb[3 * i + (kept == 1 ? 1 : channel)];
        }
      }
    }
    if (model == Model.CMYK) {
      picture.reinterpret(Model.RGB);
    }
  }

  private static void gather(Picture picture, int from, int count, byte[] in) {
    int colours = picture.model().colours();
    int step = picture.model().channels();
    for (int i = 0; i < count; i++) {
      System.arraycopy(picture.samples(), (from + i) * step, in, i * colours, colours);
    }
  }
}
