package dev.aiupscale.worker.upscale;

/** How 8 bit samples stand for amounts that may be averaged, 0 to 1. */
enum Transfer {
  LINEAR {
    @Override
    double light(double sample) {
      return sample;
    }
  },
  /** IEC 61966-2-1. */
  SRGB {
    @Override
    double light(double sample) {
      return sample <= 0.04045 ? sample / 12.92 : Math.pow((sample + 0.055) / 1.055, 2.4);
    }
  };

  /** Fine enough that the darkest steps of sRGB, 0.0003 apart, are told apart twenty times over. */
  private static final int STEPS = 1 << 16;

  private final float[] toLight = new float[256];
  private final byte[] toSample = new byte[STEPS + 1];

  Transfer() {
    for (int sample = 0; sample < 256; sample++) {
      toLight[sample] = (float) light(sample / 255.0);
    }
    int sample = 0;
    for (int step = 0; step <= STEPS; step++) {
      while (sample < 255 && light((sample + 0.5) / 255) <= (double) step / STEPS) {
        sample++;
      }
      toSample[step] = (byte) sample;
    }
  }

  abstract double light(double sample);

  float toLight(byte sample) {
    return toLight[sample & 0xff];
  }

  /** The nearest sample; what lies outside 0 to 1 is cut off. */
  byte toSample(float light) {
    return toSample[Math.max(0, Math.min(STEPS, Math.round(light * STEPS)))];
  }
}
