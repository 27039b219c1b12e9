package dev.aiupscale.worker.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.localstack.LocalStack;
import dev.aiupscale.localstack.LocalStackConfig;
import dev.aiupscale.platform.PlatformConfig;
import dev.aiupscale.platform.aws.SqsJobQueue;
import dev.aiupscale.platform.queue.JobQueue;
import dev.aiupscale.platform.queue.Lane;
import dev.aiupscale.platform.queue.ReceivedMessage;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

class HeartbeatIT {
  private static final Duration VISIBLE_AFTER = Duration.ofSeconds(1);
  private static final Duration STALL_TIMEOUT = Duration.ofSeconds(2);

  private final LocalStack stack = LocalStack.start(LocalStackConfig.transientOnFreePorts());
  private final SqsClient sqs =
      SqsClient.builder()
          .endpointOverride(stack.sqsEndpoint())
          .region(Region.US_EAST_1)
          .credentialsProvider(AnonymousCredentialsProvider.create())
          .build();
  private final JobQueue queue =
      new SqsJobQueue(sqs, config(), new NoWorkload(), Clock.systemUTC());
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  @AfterEach
  void stop() {
    timer.shutdownNow();
    sqs.close();
    stack.close();
  }

  @Test
  void aMessageIsKeptWhileTheWorkMovesAndGivenUpWhenItHangs() throws InterruptedException {
    sqs.sendMessage(
        r ->
            r.queueUrl(sqs.getQueueUrl(q -> q.queueName("upscale-jobs")).queueUrl())
                .messageBody("x"));
    ReceivedMessage message = queue.receive(Lane.FRONT, Duration.ZERO, VISIBLE_AFTER).orElseThrow();
    AtomicReference<Instant> hangsSince = new AtomicReference<>();
    CountDownLatch hung = new CountDownLatch(1);

    try (Heartbeat beat =
        new Heartbeat(queue, message, VISIBLE_AFTER, STALL_TIMEOUT, Clock.systemUTC(), timer)) {
      beat.watch(
          () -> Optional.ofNullable(hangsSince.get()).orElseGet(Instant::now), hung::countDown);
      assertThat(anotherReceives(VISIBLE_AFTER.multipliedBy(4))).isEmpty();

      hangsSince.set(Instant.now());

      hung.await();
      assertThat(anotherReceives(VISIBLE_AFTER.multipliedBy(4)))
          .map(ReceivedMessage::receiveCount)
          .hasValue(2);
    }
  }

  private Optional<ReceivedMessage> anotherReceives(Duration wait) {
    return queue.receive(Lane.FRONT, wait, VISIBLE_AFTER);
  }

  private static PlatformConfig config() {
    return new SmallRyeConfigBuilder()
        .withMapping(PlatformConfig.class)
        .build()
        .getConfigMapping(PlatformConfig.class);
  }
}
