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
    String ignored = facts.iccDamaged() ? BROKEN : profile == null ? null : ignored(profile, model);
    if (model.asSrgb() != model) {
      return new SourceColours(
          new PlainCmyk(),
          ignored == null ? "CMYK converted to sRGB" : ignored + ", CMYK converted to sRGB");
    }
    if (ignored != null) {
      return new SourceColours(null, ignored);
    }
    if (facts.unread()) {
      return new SourceColours(null, "a description of the colours was not understood and ignored");
    }
    return calibrated(facts.calibration(), model);
  }

  private static String ignored(byte[] profile, Model model) {
    String space = IccTransform.otherSpace(profile, model);
    return space == null
        ? BROKEN
        : "profile %s ignored, since it is for %s and the picture is %s"
            .formatted(IccDescription.of(profile), space, name(model));
  }

  private static String name(Model model) {
    return switch (model.colours()) {
      case 1 -> "grey";
      case 3 -> "RGB";
      default -> "CMYK";
    };
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
