package dev.aiupscale.localstack;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * S3, SQS and Redis, running with the bucket and the queues in place; closing it stops them in the
 * reverse order.
 *
 * <p>A process holds at most one stack that keeps its data (ElasticMQ has one database for all);
 * any number of transient ones may run beside each other.
 */
public final class LocalStack implements AutoCloseable {
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final LocalStackConfig config;
  private final EmbeddedS3 s3;
  private final EmbeddedSqs sqs;
  private final EmbeddedRedis redis;

  private LocalStack(LocalStackConfig config) {
    this.config = config;
    try {
      Directory directory = opened(Directory.open(config.dataDir()));
      this.redis = opened(EmbeddedRedis.start(config, directory.redis()));
      this.s3 = opened(EmbeddedS3.start(config));
      this.sqs = opened(EmbeddedSqs.start(config));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * @throws PartNotStartedException when a port is taken, or the directory is in use; what had
   *     started by then is stopped again
   */
  public static LocalStack start(LocalStackConfig config) {
    return new LocalStack(config);
  }

  public URI s3Endpoint() {
    return s3.endpoint();
  }

  public URI sqsEndpoint() {
    return sqs.endpoint();
  }

  /** {@code redis://host:port}. */
  public URI redisEndpoint() {
    return redis.endpoint();
  }

  /** As it was asked for: the ports in it may be 0. */
  public LocalStackConfig config() {
    return config;
  }

  @Override
  public synchronized void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        // The others must be stopped all the same.
        System.getLogger(LocalStack.class.getName())
            .log(System.Logger.Level.WARNING, "A part of the local stack did not stop", e);
      }
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }
}
