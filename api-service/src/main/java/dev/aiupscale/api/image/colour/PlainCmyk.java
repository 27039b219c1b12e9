package dev.aiupscale.api.image.colour;

/** CMYK without a profile: each ink takes its share of light away. */
final class PlainCmyk implements ColourTransform {
  private static final long DEEP_FULL = 65535;

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

  @Override
  public void apply(short[] inks, byte[] rgb, int pixels) {
    long full = DEEP_FULL * DEEP_FULL;
    for (int i = 0; i < pixels; i++) {
      long light = DEEP_FULL - (inks[4 * i + 3] & 0xffff);
      for (int channel = 0; channel < 3; channel++) {
        long share = DEEP_FULL - (inks[4 * i + channel] & 0xffff);
        rgb[3 * i + channel] = (byte) ((share * light * 255 + full / 2) / full);
      }
    }
  }
}
