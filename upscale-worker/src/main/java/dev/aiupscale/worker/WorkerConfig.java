package dev.aiupscale.worker;

import dev.aiupscale.worker.onnx.ExecutionProvider;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The settings of a worker, validated at start. */
@ConfigMapping(prefix = "worker")
public interface WorkerConfig {
  /** Where networks run: {@code cpu} or {@code cuda}; the start fails when it is not there. */
  @WithDefault("cpu")
  ExecutionProvider executionProvider();

  /** Index of the GPU. */
  @WithDefault("0")
  @Min(0)
  int device();

  /** Threads within one operator; as many as there are processors when not set. */
  OptionalInt intraOpThreads();

  /** Whether idle threads spin. */
  @WithDefault("false")
  boolean spinning();

  /** Whether ONNX Runtime pools its memory. */
  @WithDefault("true")
  boolean arena();

  /** Loaded models that are kept. */
  @WithDefault("2")
  @Min(1)
  int sessions();

  /**
   * Whether models that allow it compute in float16, and again in float32 where that overflows; on
   * CUDA when not set.
   */
  Optional<Boolean> halfPrecision();

  /**
   * Tiles that go through the network at once at the most: 16 on CUDA, where free memory decides,
   * and 1 on a CPU, when not set.
   */
  OptionalInt batch();

  /** A job that is predicted to take longer leaves what is done in the store as it goes. */
  @WithDefault("PT60S")
  Duration checkpointAfter();

  TimeLimitConfig timeLimit();

  QueueConfig queue();

  DrainConfig drain();

  ProtectionConfig protection();

  /**
   * After which time an attempt is given up: the minimum, and the factor by what it should take.
   */
  interface TimeLimitConfig {
    /** What every attempt has. */
    @WithDefault("PT5M")
    @DurationMin(millis = 1)
    Duration minimum();

    /** Times the predicted time. */
    @WithDefault("4")
    @DecimalMin("0")
    double factor();

    /** 10⁹ operations a second that the slowest worker does; one core does 50 and more. */
    @WithDefault("25")
    @DecimalMin(value = "0", inclusive = false)
    double gflopPerSecond();
  }

  /** How messages are taken and kept. */
  interface QueueConfig {
    /** Whether this process takes messages at all. */
    @WithDefault("true")
    boolean enabled();

    /** How long one poll waits for a message, at most 20 s; an idle worker stops within this. */
    @WithDefault("PT5S")
    @DurationMax(seconds = 20)
    Duration pollWait();

    /** How long a message stays hidden without a sign of life. */
    @WithDefault("PT30S")
    @DurationMin(seconds = 3)
    @DurationMax(hours = 12)
    Duration visibilityTimeout();

    /** Work that has not moved for this long is not kept any more. */
    @WithDefault("PT10M")
    Duration stallTimeout();

    /** Pause before the second try, give or take a half; doubled for each further one. */
    @WithDefault("PT5S")
    Duration backOff();

    /** Pause after the queue or the store did not answer. */
    @WithDefault("PT2S")
    Duration outagePause();

    /**
     * How long a worker that is to go works on with what it holds, if the rest fits in it, counted
     * from the first notice.
     */
    @WithDefault("PT20S")
    Duration graceTime();
  }

  /** How a worker learns that its machine is to go. */
  interface DrainConfig {
    /**
     * Where EC2's metadata service answers, {@code http://169.254.169.254}; nothing is asked when
     * it is not set.
     */
    Optional<URI> metadataEndpoint();

    /** Pause between two questions. */
    @WithDefault("PT2S")
    Duration askEvery();
  }

  /** How a worker keeps its machine while it works, where an Auto Scaling group may take it. */
  interface ProtectionConfig {
    /** Name of this machine's Auto Scaling group; nothing is protected when it is not set. */
    Optional<String> group();

    /** Auto Scaling's address where it is not the region's own. */
    Optional<URI> endpoint();

    /**
     * A job that has been in work for longer protects its machine; a shorter one is finished within
     * the grace time anyway.
     */
    @WithDefault("PT10S")
    Duration after();

    /** Pause between two looks. */
    @WithDefault("PT2S")
    Duration lookEvery();
  }
}
