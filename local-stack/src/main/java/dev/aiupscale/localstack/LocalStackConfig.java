package dev.aiupscale.localstack;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the local stack is started with.
 *
 * @param dataDir where the data lives; null keeps nothing beyond the stack's own life
 * @param host the address to listen on
 * @param s3Port 0 takes a free port, as for the other two
 * @param visibilityTimeoutSeconds how long a received message stays hidden unless it is renewed
 */
public record LocalStackConfig(
    @Nullable Path dataDir,
    String host,
    int s3Port,
    int sqsPort,
    int redisPort,
    String accessKey,
    String secretKey,
    String bucket,
    String queue,
    String deadLetterQueue,
    int maxReceiveCount,
    int visibilityTimeoutSeconds) {
  public static final String LOOPBACK = "127.0.0.1";

  public LocalStackConfig {
    requirePort("s3Port", s3Port);
    requirePort("sqsPort", sqsPort);
    requirePort("redisPort", redisPort);
    requirePositive("maxReceiveCount", maxReceiveCount);
    requirePositive("visibilityTimeoutSeconds", visibilityTimeoutSeconds);
    if (accessKey.isBlank() || secretKey.isBlank()) {
      throw new IllegalArgumentException("the access key and the secret key must not be blank");
    }
    dataDir = dataDir == null ? null : dataDir.toAbsolutePath().normalize();
  }

  /** For tests: nothing is kept, and no two stacks meet. */
  public static LocalStackConfig transientOnFreePorts() {
    return new LocalStackConfig(
        null,
        LOOPBACK,
        0,
        0,
        0,
        "local",
        "local-secret",
        "ai-upscale",
        "upscale-jobs",
        "upscale-jobs-dead",
        3,
        30);
  }

  public LocalStackConfig withDataDir(Path directory) {
    return new LocalStackConfig(
        directory,
        host,
        s3Port,
        sqsPort,
        redisPort,
        accessKey,
        secretKey,
        bucket,
        queue,
        deadLetterQueue,
        maxReceiveCount,
        visibilityTimeoutSeconds);
  }

  public LocalStackConfig withPorts(int s3, int sqs, int redis) {
    return new LocalStackConfig(
        dataDir,
        host,
        s3,
        sqs,
        redis,
        accessKey,
        secretKey,
        bucket,
        queue,
        deadLetterQueue,
        maxReceiveCount,
        visibilityTimeoutSeconds);
  }

  private static void requirePort(String name, int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("%s is %d; it must be 0 to 65535".formatted(name, port));
    }
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException("%s is %d; it must be at least 1".formatted(name, value));
    }
  }
}
