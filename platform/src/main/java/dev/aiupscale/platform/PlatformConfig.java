package dev.aiupscale.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** What both deployables must know of the place they run in. */
@ConfigMapping(prefix = "upscale")
public interface PlatformConfig {
  /** The bucket that holds everything durable. */
  @WithDefault("ai-upscale")
  String bucket();

  /** Name of the jobs queue; the lane for bulk is called the same with {@code -bulk} after it. */
  @WithDefault("upscale-jobs")
  String queue();

  /** Name of the queue for what cannot be done. */
  @WithDefault("upscale-jobs-dead")
  String deadLetterQueue();

  /** Directory with the ONNX files and their descriptors. */
  @WithDefault(".data/models")
  Path modelsDir();

  /** Directory for files that live as long as one request or one job. */
  @WithDefault("/tmp/ai-upscale")
  Path workDir();

  /** Tries that a message gets before it is a dead letter; the queue's maxReceiveCount. */
  @WithDefault("3")
  @Min(1)
  int maxAttempts();

  /** How long S3 or SQS is left alone after it could not be reached. */
  @WithDefault("PT1S")
  @DurationMin(millis = 1)
  Duration outageRetryAfter();

  /** The wait that one client may cause in the front lane; what it sends beyond is bulk. */
  @WithDefault("PT5S")
  @DurationMin(millis = 1)
  Duration frontShare();

  CacheConfig cache();

  /** What Redis may keep. */
  interface CacheConfig {
    /** How long a picture stays. */
    @WithDefault("PT1H")
    @DurationMin(seconds = 1)
    Duration timeToLive();

    /**
     * How long a copy of a job's record stays: the longest that an erased job, or an older state,
     * can show when Redis was not told.
     */
    @WithDefault("PT30S")
    @DurationMin(seconds = 1)
    Duration recordTimeToLive();

    /** Pictures of more bytes are served from S3 alone. */
    @WithDefault("2097152")
    @Min(0)
    int maxPictureBytes();

    /** How long Redis is left alone after it failed. */
    @WithDefault("PT2S")
    Duration retryAfter();
  }
}
