package dev.aiupscale.api.image.header;

import dev.aiupscale.api.image.header.ImageHeader.ColourFacts;
import org.jspecify.annotations.Nullable;

/** Reads what a BMP's header of version 4 or 5 says of its colours. */
final class BmpColour {
  private static final int HEADER = 14;
  private static final int VERSION_4 = 108;
  private static final int VERSION_5 = 124;
  private static final int SPACE = HEADER + 56;
  private static final int ENDPOINTS = HEADER + 60;
  private static final int GAMMAS = HEADER + 96;
  private static final int PROFILE = HEADER + 112;
  private static final int CALIBRATED = 0;
  private static final int EMBEDDED = 0x4d424544;
  private static final int LINKED = 0x4c494e4b;
  private static final double ENDPOINT_UNIT = 1 << 30;
  private static final double GAMMA_UNIT = 1 << 16;

  private BmpColour() {}

  static ColourFacts read(UploadBytes file) {
    long size = file.u32le(HEADER);
    if (size < VERSION_4) {
      return ColourFacts.NONE;
    }
    return switch (file.s32le(SPACE)) {
      case CALIBRATED -> calibrated(file);
      case EMBEDDED -> size < VERSION_5 ? ColourFacts.UNREAD : embedded(file);
      case LINKED -> ColourFacts.UNREAD;
      default -> ColourFacts.NONE;
    };
  }

  private static ColourFacts embedded(UploadBytes file) {
    long at = HEADER + file.u32le(PROFILE);
    long length = file.u32le(PROFILE + 4);
    return length == 0 || at + length > file.size()
        ? ColourFacts.DAMAGED_ICC
        : ColourFacts.icc(file.copy((int) at, (int) length));
  }

  /** Most writers leave the numbers at zero, which says nothing. */
  private static ColourFacts calibrated(UploadBytes file) {
    double red = file.u32le(GAMMAS) / GAMMA_UNIT;
    double green = file.u32le(GAMMAS + 4) / GAMMA_UNIT;
    double blue = file.u32le(GAMMAS + 8) / GAMMA_UNIT;
    double[] primaries = chromaticities(file);
    if (green == 0 || primaries == null) {
      return ColourFacts.NONE;
    }
    boolean alike = Math.abs(red - green) < .01 && Math.abs(blue - green) < .01;
    return alike ? Calibrations.of(1 / green, primaries) : ColourFacts.UNREAD;
  }

  /** Of white, which is the sum of the three, red, green and blue; null where one has no light. */
  private static double @Nullable [] chromaticities(UploadBytes file) {
    double[] values = new double[8];
    double[] white = new double[3];
    for (int colour = 0; colour < 3; colour++) {
      double[] xyz = new double[3];
      for (int i = 0; i < 3; i++) {
        xyz[i] = file.u32le(ENDPOINTS + 12 * colour + 4 * i) / ENDPOINT_UNIT;
        white[i] += xyz[i];
      }
      if (!put(xyz, values, 2 + 2 * colour)) {
        return null;
      }
    }
    return put(white, values, 0) ? values : null;
  }

  private static boolean put(double[] xyz, double[] values, int at) {
    double sum = xyz[0] + xyz[1] + xyz[2];
    if (sum == 0) {
      return false;
    }
    values[at] = xyz[0] / sum;
    values[at + 1] = xyz[1] / sum;
    return true;
  }
}
