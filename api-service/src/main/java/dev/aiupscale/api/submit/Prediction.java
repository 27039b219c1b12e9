package dev.aiupscale.api.submit;

import dev.aiupscale.common.image.PixelSize;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.image.ResultImage;
import dev.aiupscale.common.image.SourceImage;
import dev.aiupscale.common.job.ImageId;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobId;
import dev.aiupscale.common.job.JobState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would come of a submission, as clients see it.
 *
 * @param id of the job that it would be
 * @param state of that job where there is one already, which the submission would join
 * @param waitSeconds predicted until its turn
 * @param workSeconds predicted of one worker
 * @param notes what would be done to the picture before it is enlarged
 */
public record Prediction(
    JobId id,
    ImageId imageId,
    @Nullable JobState state,
    String model,
    int scale,
    SourceImage source,
    Result result,
    double waitSeconds,
    double workSeconds,
    Cost cost,
    List<String> notes) {

  /**
   * @param bytes expected, or as they are where the result is there
   */
  public record Result(int width, int height, ResultFormat format, long bytes) {
    static Result of(Job job) {
      ResultImage made = job.result();
      PixelSize size = job.options().resultSize(job.source());
      return new Result(
          size.width(),
          size.height(),
          job.options().format(),
          made != null ? made.bytes() : ExpectedBytes.of(job));
    }
  }

  /**
   * What does not depend on the machine.
   *
   * @param gflop 10⁹ floating point operations of the network, halo included
   */
  public record Cost(double gflop) {}
}
