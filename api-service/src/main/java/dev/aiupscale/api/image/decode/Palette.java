package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.header.Refusal;

/**
 * Colours that pixels are numbers of. A number beyond the last one is black, as in other programs:
 * they all show such a picture, whose writer saved a palette that was cut too short.
 */
final class Palette {
  private static final String LACKING = "colours that the palette lacks shown as black";

  private final byte[] rgb;
  private boolean lacking;

  /**
   * @param rgb red, green and blue of each colour
   */
  Palette(byte[] rgb) {
    this.rgb = rgb;
  }

  /** Writes red, green and blue to {@code samples} from {@code at} on. */
  void paint(int index, byte[] samples, int at) {
    int entry = 3 * index;
    if (entry + 2 < rgb.length) {
      System.arraycopy(rgb, entry, samples, at, 3);
      return;
    }
    if (rgb.length == 0) {
      throw Refusal.corrupt("The file's pixels are numbers of colours, and it has no palette.");
    }
    lacking = true;
    samples[at] = 0;
    samples[at + 1] = 0;
    samples[at + 2] = 0;
  }

  /** Tells the picture's owner where a colour was lacking. */
  void tell(Picture picture) {
    if (lacking) {
      picture.note(LACKING);
    }
  }
}
