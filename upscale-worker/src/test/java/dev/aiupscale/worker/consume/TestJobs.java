package dev.aiupscale.worker.consume;

import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.image.SourceImage;
import dev.aiupscale.common.job.ImageId;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobId;
import dev.aiupscale.common.job.JobOptions;
import dev.aiupscale.common.job.MetadataPolicy;
import java.time.Instant;
import java.util.List;

/** Jobs for a lossless picture. */
final class TestJobs {
  private TestJobs() {}

  static Job running(int width, int height, ResultFormat format, Instant now) {
    return queued(width, height, format, "a".repeat(64), now).attemptStarted(now);
  }

  static Job queued(int width, int height, ResultFormat format, String model, Instant now) {
    int quality = format.hasQuality() ? 92 : 0;
    return queued(
        width,
        height,
        new JobOptions("tiny", 2, format, quality, MetadataPolicy.STRIP, false, true, null),
        model,
        now);
  }

  private static Job queued(int width, int height, JobOptions options, String model, Instant now) {
    ImageId image = new ImageId("c".repeat(64));
    SourceImage source = new SourceImage(width, height, "png", 70, false);
    return Job.queued(
        JobId.of(image, options, model),
        image,
        options,
        model,
        "p.png",
        source,
        true,
        BasicMetadata.NONE,
        List.of(),
        now);
  }
}
