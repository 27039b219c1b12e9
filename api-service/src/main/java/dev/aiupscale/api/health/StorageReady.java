package dev.aiupscale.api.health;

import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.cache.Cache;
import dev.aiupscale.platform.queue.JobQueue;
import dev.aiupscale.platform.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when S3 and SQS answer; Redis is reported, but without it the service only slows. */
@Readiness
@ApplicationScoped
public class StorageReady implements HealthCheck {
  private final ObjectStore store;
  private final JobQueue queue;
  private final Cache cache;

  public StorageReady(ObjectStore store, JobQueue queue, Cache cache) {
    this.store = store;
    this.queue = queue;
    this.cache = cache;
  }

  @Override
  public HealthCheckResponse call() {
    boolean s3 = answers(store::ping);
    boolean sqs = answers(queue::ping);
    return HealthCheckResponse.named("storage")
        .withData("s3", word(s3))
        .withData("sqs", word(sqs))
        .withData("redis", cache.isUp() ? "up" : "down, going on without it")
        .status(s3 && sqs)
        .build();
  }

  private static boolean answers(Runnable question) {
    try {
      question.run();
      return true;
    } catch (UpscaleException e) {
      return false;
    }
  }

  private static String word(boolean up) {
    return up ? "up" : "down";
  }
}
