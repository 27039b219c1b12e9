package dev.aiupscale.api;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** The settings of the API, validated at start. */
@ConfigMapping(prefix = "api")
public interface ApiConfig {
  LimitsConfig limits();

  QueueConfig queue();

  /**
   * A submission or an erasure that has been under way for longer was left by a process that died;
   * more than the slowest takes.
   */
  @WithDefault("PT3M")
  Duration sweepAge();

  /** What an upload may be. */
  interface LimitsConfig {
    /** Bytes of one uploaded file. */
    @WithDefault("67108864")
    @Min(1)
    long maxBytes();

    /** Pixels of one uploaded picture. */
    @WithDefault("64000000")
    @Min(1)
    long maxPixels();

    /** Pixels of one result. */
    @WithDefault("512000000")
    @Min(1)
    long maxResultPixels();
  }

  /** When work is accepted. */
  interface QueueConfig {
    /** More messages than this, and an upload is answered with QUEUE_FULL. */
    @WithDefault("5000")
    @Min(1)
    long maxDepth();
  }
}
