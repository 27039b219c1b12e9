package dev.aiupscale.api.image.colour;

/** Turns colours of some space into sRGB. */
public interface ColourTransform {
  /**
   * @param colourSamples {@code pixels × colours} 8 bit samples, interleaved, without alpha
   * @param rgb receives {@code pixels × 3} samples
   */
  void apply(byte[] colourSamples, byte[] rgb, int pixels);
}
