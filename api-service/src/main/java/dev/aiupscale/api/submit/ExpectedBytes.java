package dev.aiupscale.api.submit;

import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.job.Job;

/**
 * Guesses how large a result will be: between what a busy and a smooth photograph came to, which
 * are a factor of two to three apart. Bytes grow by less than the pixels, since what is enlarged
 * more is smoother.
 */
final class ExpectedBytes {
  private static final double GROWTH_OF_PIXELS = 0.8;
  private static final int USUAL_QUALITY = 92;
  private static final int LOSSLESS = 100;

  private ExpectedBytes() {}

  static long of(Job job) {
    double grown = job.options().resultSize(job.source()).pixels();
    double pixels =
        job.source().pixels() * Math.pow(grown / job.source().pixels(), GROWTH_OF_PIXELS);
    return Math.max(
        1, Math.round(pixels * bytesPerPixel(job.options().format(), job.options().quality())));
  }

  private static double bytesPerPixel(ResultFormat format, int quality) {
    return switch (format) {
      case PNG -> 1.6;
      case JPEG -> coded(quality, 0.31);
      case WEBP -> quality == LOSSLESS ? 1.2 : coded(quality, 0.165);
    };
  }

  /** Lossy coders spend less the further they are from full quality. */
  private static double coded(int quality, double atUsual) {
    return atUsual * Math.pow((101.0 - USUAL_QUALITY) / (101.0 - quality), 0.85);
  }
}
