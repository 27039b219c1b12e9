package dev.aiupscale.api.image.colour;

/** CMYK without a profile: each ink takes its share of light away. */
final class PlainCmyk implements ColourTransform {
  @Override
  public void apply(byte[] inks, byte[] rgb, int pixels) {
    for (int i = 0; i < pixels; i++) {
      int light = 255 - (inks[4 * i + 3] & 0xff);
      for (int channel = 0; channel < 3; channel++) {
        int share = 255 - (inks[4 * i + channel] & 0xff);
        rgb[3 * i + channel] = (byte) ((share * light + 127) / 255);
      }
    }
  }
}
