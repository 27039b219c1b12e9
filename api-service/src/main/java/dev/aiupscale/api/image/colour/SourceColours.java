package dev.aiupscale.api.image.colour;

import dev.aiupscale.api.image.header.ImageHeader.Calibration;
import dev.aiupscale.api.image.header.ImageHeader.ColourFacts;
import org.jspecify.annotations.Nullable;

/**
 * How a picture's colours become sRGB.
 *
 * @param transform null when they already are
 * @param note what the picture's owner should know of it, or null
 */
public record SourceColours(@Nullable ColourTransform transform, @Nullable String note) {
  private static final String BROKEN = "broken colour profile ignored";

  public static SourceColours of(ColourFacts facts, Model model) {
    byte[] profile = facts.icc();
    IccTransform icc = profile == null ? null : IccTransform.of(profile, model);
    if (profile != null && icc != null) {
      return icc.isIdentity()
          ? new SourceColours(null, null)
          : new SourceColours(icc, "profile " + IccDescription.of(profile) + " converted to sRGB");
    }
    boolean broken = profile != null || facts.iccDamaged();
    if (model == Model.CMYK) {
      return new SourceColours(
          new PlainCmyk(), broken ? BROKEN + ", CMYK converted to sRGB" : "CMYK converted to sRGB");
    }
    if (broken) {
      return new SourceColours(null, BROKEN);
    }
    if (facts.unread()) {
      return new SourceColours(null, "a description of the colours was not understood and ignored");
    }
    return calibrated(facts.calibration(), model);
  }

  private static SourceColours calibrated(@Nullable Calibration calibration, Model model) {
    if (calibration == null) {
      return new SourceColours(null, null);
    }
    try {
      return new SourceColours(
          new CalibratedTransform(calibration, model.colours()),
          "gamma and primaries converted to sRGB");
    } catch (IllegalArgumentException damaged) {
      return new SourceColours(null, "broken colour description ignored");
    }
  }
}
