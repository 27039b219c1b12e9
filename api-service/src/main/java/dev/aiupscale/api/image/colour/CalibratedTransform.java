package dev.aiupscale.api.image.colour;

import dev.aiupscale.api.image.header.ImageHeader.Calibration;

/**
 * Converts colours that PNG's gAMA and cHRM describe to sRGB (PNG specification, section 13.13;
 * matrices after Lindbloom). White and black stay what they are.
 */
final class CalibratedTransform implements ColourTransform {
  private static final double[] SRGB = {.3127, .329, .64, .33, .3, .6, .15, .06};
  private static final int STEPS = 65535;

  private final int colours;
  private final double exponent;
  private final double[] linear;
  private double[] deepLinear = new double[0];
  private final double[][] matrix;
  private final byte[] encoded = new byte[STEPS + 1];

  CalibratedTransform(Calibration calibration, int colours) {
    this.colours = colours;
    this.exponent = 1 / calibration.gamma();
    this.linear = curve(255);
    for (int i = 0; i <= STEPS; i++) {
      encoded[i] = (byte) Math.round(255 * encode((double) i / STEPS));
    }
    double[] chromaticities = calibration.chromaticities();
    this.matrix =
        chromaticities == null || colours == 1
            ? new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}
            : Matrices.multiply(
                Matrices.invert(Matrices.rgbToXyz(SRGB)), Matrices.rgbToXyz(chromaticities));
  }

  /** The light of every sample from 0 to {@code max}. */
  private double[] curve(int max) {
    double[] light = new double[max + 1];
    for (int i = 0; i <= max; i++) {
      light[i] = Math.pow((double) i / max, exponent);
    }
    return light;
  }

  private static double encode(double light) {
    return light <= .0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - .055;
  }

  @Override
  public void apply(byte[] colourSamples, byte[] rgb, int pixels) {
    int green = colours == 1 ? 0 : 1;
    for (int i = 0; i < pixels; i++) {
      double r = linear[colourSamples[colours * i] & 0xff];
      double g = linear[colourSamples[colours * i + green] & 0xff];
      double b = linear[colourSamples[colours * i + 2 * green] & 0xff];
      encode(r, g, b, rgb, 3 * i);
    }
  }

  @Override
  public void apply(short[] colourSamples, byte[] rgb, int pixels) {
    if (deepLinear.length == 0) {
      deepLinear = curve(65535);
    }
    int green = colours == 1 ? 0 : 1;
    for (int i = 0; i < pixels; i++) {
      double r = deepLinear[colourSamples[colours * i] & 0xffff];
      double g = deepLinear[colourSamples[colours * i + green] & 0xffff];
      double b = deepLinear[colourSamples[colours * i + 2 * green] & 0xffff];
      encode(r, g, b, rgb, 3 * i);
    }
  }

  private void encode(double r, double g, double b, byte[] rgb, int at) {
    for (int channel = 0; channel < 3; channel++) {
      double[] row = matrix[channel];
      double light = row[0] * r + row[1] * g + row[2] * b;
      rgb[at + channel] = encoded[(int) Math.round(STEPS * Math.max(0, Math.min(1, light)))];
    }
  }
}
