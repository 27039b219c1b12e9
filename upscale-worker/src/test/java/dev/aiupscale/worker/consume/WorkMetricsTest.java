package dev.aiupscale.worker.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.Job;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WorkMetricsTest {
  private static final Instant SENT = Instant.parse("2026-01-01T00:00:00Z");

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final WorkMetrics metrics = new WorkMetrics(meters);
  private final Job waiting = TestJobs.queued(1000, 500, ResultFormat.PNG, "a".repeat(64), SENT);

  @Test
  void theWaitInTheQueueIsOfTheFirstAttemptAlone() {
    Job first = waiting.attemptStarted(SENT.plusSeconds(7));
    metrics.begun(first);
    metrics.begun(first.handedBack().attemptStarted(SENT.plusSeconds(60)));

    assertThat(meters.get("upscale.attempts").counter().count()).isEqualTo(2);
    assertThat(meters.get("upscale.queue").timer().count()).isEqualTo(1);
    assertThat(meters.get("upscale.queue").timer().totalTime(TimeUnit.SECONDS)).isEqualTo(7);
  }

  @Test
  void aWorkersFastClockMakesNoNegativeWait() {
    metrics.begun(waiting.attemptStarted(SENT.minusSeconds(1)));

    assertThat(meters.get("upscale.queue").timer().totalTime(TimeUnit.SECONDS)).isZero();
  }

  @Test
  void workIsToldByMegapixelsOfThePicture() {
    metrics.done(waiting.attemptStarted(SENT), Duration.ofSeconds(3));

    assertThat(
            meters.get("upscale.work.seconds.per.megapixel").tag("model", "tiny").summary().mean())
        .isEqualTo(6);
    assertThat(meters.get("upscale.jobs.done").counter().count()).isEqualTo(1);
  }

  @Test
  void aJobThatTookUpAnothersWorkSaysNothingOfTheSpeed() {
    Job second = waiting.attemptStarted(SENT).handedBack().attemptStarted(SENT);
    metrics.done(second, Duration.ofSeconds(1));

    assertThat(meters.find("upscale.work.seconds.per.megapixel").summary()).isNull();
  }

  @Test
  void failuresAreCountedByCode() {
    metrics.failed(waiting, ErrorCode.WORKER_LOST);

    assertThat(meters.get("upscale.jobs.failed").tag("code", "WORKER_LOST").counter().count())
        .isEqualTo(1);
  }
}
