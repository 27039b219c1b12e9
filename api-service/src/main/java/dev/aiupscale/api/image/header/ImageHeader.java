package dev.aiupscale.api.image.header;

import org.jspecify.annotations.Nullable;

/**
 * What a file says about itself before any pixel is decoded.
 *
 * @param width in pixels, as stored (before orientation)
 * @param height in pixels, as stored
 * @param frames frames of an animation or pages
 * @param bitDepth bits a sample
 * @param lossless whether the pixels were never through a lossy codec of this file
 * @param colour what the file says of its colours
 * @param privateMetadata whether the file carries EXIF, XMP, comments, something behind the picture
 *     or the like
 */
public record ImageHeader(
    ImageFormat format,
    long width,
    long height,
    Frames frames,
    int bitDepth,
    boolean lossless,
    ColourFacts colour,
    Exif exif,
    boolean privateMetadata) {

  public long pixels() {
    return width * height;
  }

  /**
   * @param icc the embedded profile, or null
   * @param iccDamaged whether a profile was there but could not be read out of the file
   * @param calibration gamma and primaries where they alone describe the colours, or null
   * @param unread whether colours are described in a way that is not read here
   */
  public record ColourFacts(
      byte @Nullable [] icc,
      boolean iccDamaged,
      @Nullable Calibration calibration,
      boolean unread) {
    /** Largest profile that is looked at, in bytes; real ones stay below 3 MB. */
    public static final int MAX_ICC_BYTES = 4 << 20;

    public static final ColourFacts NONE = new ColourFacts(null, false, null, false);
    static final ColourFacts DAMAGED_ICC = new ColourFacts(null, true, null, false);
    static final ColourFacts UNREAD = new ColourFacts(null, false, null, true);

    public static ColourFacts icc(byte @Nullable [] profile) {
      boolean damaged = profile != null && profile.length > MAX_ICC_BYTES;
      return damaged ? DAMAGED_ICC : new ColourFacts(profile, false, null, false);
    }

    static ColourFacts calibrated(Calibration calibration) {
      return new ColourFacts(null, false, calibration, false);
    }
  }

  /**
   * @param gamma encoding exponent, 0.45455 for the usual 1/2.2
   * @param chromaticities x and y of white, red, green and blue, or null for sRGB's
   */
  public record Calibration(double gamma, double @Nullable [] chromaticities) {}
}
