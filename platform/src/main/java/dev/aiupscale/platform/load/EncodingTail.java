package dev.aiupscale.platform.load;

import dev.aiupscale.common.job.Job;
import java.time.Duration;

/**
 * Predicts the time from the last tile to the end. PNG and JPEG are written while rows are pulled,
 * so that only the last rows and the record are left; WebP begins when it has them all. Its times
 * are those of {@code ./bench}, on one core, rounded up.
 */
public final class EncodingTail {
  private static final Duration LAST_ROWS = Duration.ofMillis(300);
  private static final int LOSSLESS = 100;
  private static final long LOSSY_NANOS_A_PIXEL = 150;
  private static final long LOSSLESS_NANOS_A_PIXEL = 300;

  private EncodingTail() {}

  public static Duration of(Job job) {
    long pixels = job.options().resultSize(job.source()).pixels();
    return switch (job.options().format()) {
      case PNG, JPEG -> LAST_ROWS;
      case WEBP ->
          LAST_ROWS.plusNanos(
              pixels
                  * (job.options().quality() == LOSSLESS
                      ? LOSSLESS_NANOS_A_PIXEL
                      : LOSSY_NANOS_A_PIXEL));
    };
  }
}
