package dev.aiupscale.api.load;

/**
 * What is to be expected of a job.
 *
 * @param waitSeconds until its turn
 * @param workSeconds of one worker, from its turn to its end
 */
public record Forecast(double waitSeconds, double workSeconds) {
  /** Of a job that is done. */
  public static final Forecast OVER = new Forecast(0, 0);
}
