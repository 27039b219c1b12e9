package dev.aiupscale.api.status;

import dev.aiupscale.common.image.PixelSize;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.image.ResultImage;
import dev.aiupscale.common.image.SourceImage;
import dev.aiupscale.common.job.ImageId;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobError;
import dev.aiupscale.common.job.JobId;
import dev.aiupscale.common.job.JobState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as clients see it.
 *
 * @param size of the result, where it was asked for instead of a scale
 */
public record JobView(
    JobId id,
    ImageId imageId,
    int run,
    JobState state,
    String model,
    int scale,
    @Nullable PixelSize size,
    ResultFormat format,
    double progress,
    @Nullable Integer etaSeconds,
    @Nullable Integer jobsAhead,
    int attempts,
    String uploadName,
    SourceImage source,
    @Nullable ResultImage result,
    List<String> notes,
    @Nullable String engine,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable JobError error,
    Links links) {

  /** Where a job's parts are, as paths on this server. */
  public record Links(String self, String events, String result, String original, String page) {}

  public static JobView of(Job job) {
    return of(job, null, false);
  }

  /**
   * @param jobsAhead predicted to be done before its turn; null where it does not wait
   * @param renamed whether the record does not know the job under this sender's name: then links
   *     carry the name
   */
  static JobView of(Job job, @Nullable Integer jobsAhead, boolean renamed) {
    String query =
        renamed ? "?name=" + URLEncoder.encode(job.uploadName(), StandardCharsets.UTF_8) : "";
    String self = "/api/v1/jobs/" + job.id();
    return new JobView(
        job.id(),
        job.imageId(),
        job.run(),
        job.state(),
        job.options().model(),
        job.options().scale(),
        job.options().size(),
        job.options().format(),
        Math.floor(job.progress() * 1000) / 1000,
        job.etaSeconds(),
        jobsAhead,
        job.attempts(),
        job.uploadName(),
        job.source(),
        job.result(),
        job.notes(),
        job.engine(),
        job.createdAt(),
        job.startedAt(),
        job.finishedAt(),
        job.error(),
        new Links(
            self + query,
            self + "/events",
            self + "/result" + query,
            self + "/original",
            "/result/" + job.id() + query));
  }
}
