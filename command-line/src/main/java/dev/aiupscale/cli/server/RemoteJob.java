package dev.aiupscale.cli.server;

import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.image.ResultImage;
import dev.aiupscale.common.job.JobState;
import dev.aiupscale.common.job.Sha256;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this program needs to know of a job.
 *
 * @param imageId the SHA-256 of the bytes that the server received
 * @param progress 0 to 1
 * @param etaSeconds until it is done, as far as the server can tell
 * @param result null until the job is done
 */
public record RemoteJob(
    String id,
    String imageId,
    JobState state,
    String model,
    int scale,
    ResultFormat format,
    double progress,
    @Nullable Integer etaSeconds,
    @Nullable ResultImage result,
    @Nullable List<String> notes,
    @Nullable Failure error) {

  /**
   * @throws IllegalArgumentException when this is no job
   */
  public RemoteJob {
    if (id == null || !Sha256.isHex(id) || state == null || format == null) {
      throw new IllegalArgumentException("a job has an id, a state and a format");
    }
  }
}
