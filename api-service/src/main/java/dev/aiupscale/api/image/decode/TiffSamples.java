package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.decode.Picture.Model;
import dev.aiupscale.api.image.header.Refusal;

/** Turns a TIFF row's packed samples into a picture's samples. */
final class TiffSamples {
  private final TiffPage page;
  private final Picture picture;

  TiffSamples(TiffPage page, Picture picture) {
    this.page = page;
    this.picture = picture;
  }

  /**
   * @param plane of the row's samples where each has a plane of its own, else 0
   */
  void copyRow(byte[] row, int plane, int left, int y) {
    int width = Math.min(page.blockWidth(), picture.width() - left);
    int together = page.samplesTogether();
    int wanted = page.planar() ? 1 : Math.min(together, picture.model().channels());
    for (int x = 0; x < width; x++) {
      int at = picture.at(left + x, y) + plane;
      if (page.photometric() == TiffPage.PALETTE) {
        paint(sample(row, x * together), at);
        continue;
      }
      for (int channel = 0; channel < wanted; channel++) {
        int sample = sample(row, x * together + channel);
        picture.samples()[at + channel] =
            isInverted(plane + channel)
                ? (byte) ~Depth.from(sample, page.bits())
                : Depth.from(sample, page.bits());
      }
    }
  }

  private boolean isInverted(int channel) {
    return page.photometric() == TiffPage.GREY_INVERTED && channel == 0;
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

  private void paint(int index, int at) {
    int entries = page.palette().length / 3;
    if (index >= entries) {
      throw Refusal.corrupt("A pixel of the TIFF file has a colour that its palette lacks.");
    }
    for (int channel = 0; channel < 3; channel++) {
      picture.samples()[at + channel] =
          Depth.from16((int) page.palette()[channel * entries + index]);
    }
  }

  /** Brings premultiplied colours back to what they are at full opacity. */
  void divideByAlpha() {
    Model model = picture.model();
    if (!page.premultiplied() || !model.hasAlpha()) {
      return;
    }
    byte[] samples = picture.samples();
    for (int at = 0; at < samples.length; at += model.channels()) {
      int alpha = samples[at + model.colours()] & 0xff;
      for (int i = at; alpha > 0 && i < at + model.colours(); i++) {
        samples[i] = (byte) Math.min(255, ((samples[i] & 0xff) * 255 + alpha / 2) / alpha);
      }
    }
  }
}
