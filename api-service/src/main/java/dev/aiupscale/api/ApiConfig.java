package dev.aiupscale.api;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** The settings of the API, validated at start. */
@ConfigMapping(prefix = "api")
public interface ApiConfig {
  LimitsConfig limits();

  QueueConfig queue();

  MetricsConfig metrics();

  CallbacksConfig callbacks();

  KeysConfig keys();

  DirectConfig direct();

  /**
   * Whether a proxy stands before the API: then a client is who the last entry of X-Forwarded-For
   * names, which the proxy wrote. Entries before it are the client's own words.
   */
  @WithDefault("false")
  boolean behindProxy();

  /**
   * The address under which visitors know this server, for programs that show a shared link;
   * without it, the one that a request names.
   */
  Optional<URI> publicUrl();

  /**
   * A submission or an erasure that has been under way for longer was left by a process that died;
   * more than the slowest takes.
   */
  @WithDefault("PT3M")
  Duration sweepAge();

  /**
   * Who may come in: everybody, where neither is set. A line a key: tenant, SHA-256 of the key, and
   * perhaps uploads a minute and share of the queue (0 to 1).
   */
  interface KeysConfig {
    Optional<Path> file();

    /** The lines themselves, such as a secret is given to a process. */
    Optional<String> text();
  }

  /** What clients may do with the store itself. */
  interface DirectConfig {
    /**
     * S3's address as clients reach it. Without it there are neither uploads to S3 nor redirects to
     * it.
     */
    Optional<URI> endpoint();

    /** How long an address can be used, for its request to begin. */
    @WithDefault("PT15M")
    @DurationMin(seconds = 1)
    Duration linkTime();

    /** How long an uploaded file stays, and jobs can be made of it. */
    @WithDefault("PT1H")
    @DurationMin(seconds = 1)
    Duration uploadTime();
  }

  /** What an upload may be. */
  interface LimitsConfig {
    /** Uploads that one client may send in a minute to one process; they can come all at once. */
    @WithDefault("6000")
    @Min(1)
    int uploadsPerMinute();

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
    /** A longer predicted wait than this, and an upload is answered with QUEUE_FULL. */
    @WithDefault("PT10M")
    @DurationMin(seconds = 1)
    Duration maxWait();
  }

  /** What is told to CloudWatch, for the scaling of workers. */
  interface MetricsConfig {
    /** Namespace of the figures; nothing is told when it is not set. */
    Optional<String> namespace();

    /** CloudWatch's address where it is not the region's own. */
    Optional<URI> endpoint();

    /** The wait that the number of workers aims at. */
    @WithDefault("PT60S")
    @DurationMin(seconds = 1)
    Duration acceptableWait();
  }

  /** How those are told of a job's end who gave a callbackUrl. */
  interface CallbacksConfig {
    /**
     * Signs what is sent: {@code whsec_} and 24 to 64 bytes in Base64. Without it there are no
     * callbacks.
     */
    Optional<String> secret();

    /** Whether http addresses are taken, too. */
    @WithDefault("false")
    boolean allowHttp();

    /** Whether addresses in private networks are called, which are the operator's own. */
    @WithDefault("false")
    boolean allowPrivate();
  }
}
