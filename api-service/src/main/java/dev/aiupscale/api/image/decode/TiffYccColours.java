package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.header.Refusal;
import dev.aiupscale.api.image.header.TiffDirectory;

/**
 * How a TIFF's luma and chroma become red, green and blue (TIFF 6.0, sections 20 and 21).
 *
 * @param red luma's share of red
 * @param green luma's share of green
 * @param blue luma's share of blue
 * @param range black and white of luma, then the middle and the top of each chroma, 0 to 255
 */
record TiffYccColours(double red, double green, double blue, double[] range) {
  private static final int COEFFICIENTS = 0x0211;
  private static final int REFERENCE = 0x0214;

  /** CCIR 601-1, the specification's default. */
  private static final double[] USUAL_COEFFICIENTS = {.299, .587, .114};

  /** JFIF's, which all but a few files have. */
  private static final double[] FULL_RANGE = {0, 255, 128, 255, 128, 255};

  private static final double CHROMA_STEPS = 127;

  static TiffYccColours of(TiffDirectory page) {
    double[] shares = page.fractions(COEFFICIENTS);
    double[] range = page.fractions(REFERENCE);
    double[] used = shares.length == 3 ? shares : USUAL_COEFFICIENTS;
    double[] usedRange = range.length == 6 ? range : FULL_RANGE;
    boolean possible = used[1] > 0;
    for (int i = 0; i < 6; i += 2) {
      possible &= usedRange[i + 1] > usedRange[i];
    }
    if (!possible) {
      throw Refusal.corrupt("The TIFF file's description of its colours is damaged.");
    }
    return new TiffYccColours(used[0], used[1], used[2], usedRange);
  }

  /** Writes three samples to {@code rgb} from {@code at} on. */
  void toRgb(int luma, int chromaBlue, int chromaRed, byte[] rgb, int at) {
    double y = (luma - range[0]) * 255 / (range[1] - range[0]);
    double cb = (chromaBlue - range[2]) * CHROMA_STEPS / (range[3] - range[2]);
    double cr = (chromaRed - range[4]) * CHROMA_STEPS / (range[5] - range[4]);
    double r = y + (2 - 2 * red) * cr;
    double b = y + (2 - 2 * blue) * cb;
    rgb[at] = sample(r);
    rgb[at + 1] = sample((y - red * r - blue * b) / green);
    rgb[at + 2] = sample(b);
  }

  private static byte sample(double value) {
    return (byte) Math.max(0, Math.min(255, Math.round(value)));
  }
}
