package dev.aiupscale.cli.server;

import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.job.JobState;
import org.jspecify.annotations.Nullable;

/**
 * What the server says would come of a picture.
 *
 * @param state of the job that there is already; null when there is none
 * @param waitSeconds until its turn
 * @param workSeconds of one worker
 */
public record Prediction(
    @Nullable JobState state, Result result, double waitSeconds, double workSeconds) {
  /**
   * @throws IllegalArgumentException when this is no prediction
   */
  public Prediction {
    if (result == null || result.format() == null) {
      throw new IllegalArgumentException("a prediction has a result");
    }
  }

  /**
   * @param bytes about what they will be
   */
  public record Result(int width, int height, ResultFormat format, long bytes) {}
}
