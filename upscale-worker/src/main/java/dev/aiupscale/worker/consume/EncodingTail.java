package dev.aiupscale.worker.consume;

import dev.aiupscale.common.job.Job;
import java.time.Duration;

/**
 * Predicts how long an encoder works after the last row was pulled. PNG and JPEG are written while
 * rows are pulled; WebP begins when it has them all. The times are those of {@code ./bench}, on one
 * core, rounded up.
 */
final class EncodingTail {
  private static final int LOSSLESS = 100;
  private static final long LOSSY_NANOS_A_PIXEL = 120;
  private static final long LOSSLESS_NANOS_A_PIXEL = 500;

  private EncodingTail() {}

  static Duration of(Job job) {
    long scale = job.options().scale();
    long pixels = scale * scale * job.source().width() * job.source().height();
    return switch (job.options().format()) {
      case PNG, JPEG -> Duration.ZERO;
      case WEBP ->
          Duration.ofNanos(
              pixels
                  * (job.options().quality() == LOSSLESS
                      ? LOSSLESS_NANOS_A_PIXEL
                      : LOSSY_NANOS_A_PIXEL));
    };
  }
}
