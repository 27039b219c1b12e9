package dev.aiupscale.api.image.colour;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Converts colours from an embedded ICC profile to sRGB with Java's colour management. */
final class IccTransform implements ColourTransform {
  private static final int SAME = 2;
  private static final int LATTICE_STEP = 51;

  private final ColorConvertOp op;
  private final int colours;

  private IccTransform(ICC_Profile profile, int colours) {
    ICC_Profile srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
    this.op = new ColorConvertOp(new ICC_Profile[] {profile, srgb}, null);
    this.colours = colours;
  }

  /** Null when the profile is damaged or not one for these colours. */
  static @Nullable IccTransform of(byte[] profile, Model model) {
    try {
      ICC_Profile parsed = ICC_Profile.getInstance(profile);
      if (parsed.getNumComponents() != model.colours() || !fits(parsed, model)) {
        return null;
      }
      IccTransform transform = new IccTransform(parsed, model.colours());
      transform.apply(new byte[model.colours()], new byte[3], 1);
      return transform;
    } catch (RuntimeException damaged) {
      return null;
    }
  }

  /** The colours that a sound profile is for where they are not {@code model}'s, else null. */
  static @Nullable String otherSpace(byte[] profile, Model model) {
    try {
      ICC_Profile parsed = ICC_Profile.getInstance(profile);
      if (fits(parsed, model)) {
        return null;
      }
      return switch (parsed.getColorSpaceType()) {
        case ColorSpace.TYPE_GRAY -> "grey";
        case ColorSpace.TYPE_RGB -> "RGB";
        case ColorSpace.TYPE_CMYK -> "CMYK";
        default -> "other colours";
      };
    } catch (RuntimeException damaged) {
      return null;
    }
  }

  private static boolean fits(ICC_Profile profile, Model model) {
    int type = profile.getColorSpaceType();
    return switch (model.colours()) {
      case 1 -> type == ColorSpace.TYPE_GRAY;
      case 3 -> type == ColorSpace.TYPE_RGB;
      default -> type == ColorSpace.TYPE_CMYK;
    };
  }

  /** Whether colours all over the space stay what they are: then the profile is sRGB's. */
  boolean isIdentity() {
    if (colours == 4) {
      return false;
    }
    byte[] out = new byte[3];
    for (int i = 0; i < (colours == 1 ? 6 : 216); i++) {
      int[] wanted = {i % 6 * LATTICE_STEP, i / 6 % 6 * LATTICE_STEP, i / 36 * LATTICE_STEP};
      byte[] in = new byte[colours];
      for (int channel = 0; channel < colours; channel++) {
        in[channel] = (byte) wanted[channel];
      }
      apply(in, out, 1);
      for (int channel = 0; channel < 3; channel++) {
        int expected = colours == 1 ? wanted[0] : wanted[channel];
        if (Math.abs((out[channel] & 0xff) - expected) > SAME) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public void apply(byte[] colourSamples, byte[] rgb, int pixels) {
    op.filter(raster(colourSamples, pixels, colours), raster(rgb, pixels, 3));
  }

  @Override
  public void apply(short[] colourSamples, byte[] rgb, int pixels) {
    short[] deep = new short[pixels * 3];
    op.filter(raster(colourSamples, pixels, colours), raster(deep, pixels, 3));
    for (int i = 0; i < deep.length; i++) {
      rgb[i] = (byte) (((deep[i] & 0xffff) * 255 + 32767) / 65535);
    }
  }

  private static WritableRaster raster(byte[] samples, int pixels, int channels) {
    return raster(new DataBufferByte(samples, samples.length), pixels, channels);
  }

  private static WritableRaster raster(short[] samples, int pixels, int channels) {
    return raster(new DataBufferUShort(samples, samples.length), pixels, channels);
  }

  private static WritableRaster raster(DataBuffer samples, int pixels, int channels) {
    int[] offsets = IntStream.range(0, channels).toArray();
    return Raster.createInterleavedRaster(
        samples, pixels, 1, pixels * channels, channels, offsets, null);
  }
}
