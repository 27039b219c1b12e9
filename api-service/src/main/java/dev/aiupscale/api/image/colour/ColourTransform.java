package dev.aiupscale.api.image.colour;

/** Turns colours of some space into sRGB, rounded once. */
public interface ColourTransform {
  /**
   * @param colourSamples {@code pixels × colours} 8 bit samples, interleaved, without alpha
   * @param rgb receives {@code pixels × 3} samples
   */
  void apply(byte[] colourSamples, byte[] rgb, int pixels);

  /**
   * @param colourSamples {@code pixels × colours} samples of 0 to 65535, interleaved, without alpha
   * @param rgb receives {@code pixels × 3} samples of 8 bit
   */
  void apply(short[] colourSamples, byte[] rgb, int pixels);
}
