package dev.aiupscale.worker.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.image.ResultImage;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobState;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.common.model.ModelCatalogue;
import dev.aiupscale.platform.PlatformConfig;
import dev.aiupscale.platform.cache.JobCache;
import dev.aiupscale.platform.lifecycle.PendingJobs;
import dev.aiupscale.platform.queue.Lane;
import dev.aiupscale.platform.queue.ReceivedMessage;
import dev.aiupscale.platform.storage.JobRecords;
import dev.aiupscale.platform.storage.Versioned;
import dev.aiupscale.worker.WorkerConfig;
import dev.aiupscale.worker.drain.Drain;
import dev.aiupscale.worker.upscale.CancelledException;
import dev.aiupscale.worker.upscale.UpscaledImage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A worker with two jobs in hand; only pixels are left out. */
@Timeout(60)
class OverlapTest {
  private final Clock clock = Clock.systemUTC();
  private final Turns turns = new Turns(new Random(1), new HandClock());
  private final Outages outages = new Outages(turns, new Random(1));
  private final TurnStore store = new TurnStore(turns, outages, (key, bytes) -> {});
  private final TurnQueue queue = new TurnQueue(turns, outages, new Random(1), clock);
  private final JobRecords records = new JobRecords(store);
  private final DrainEvent drainEvent = new DrainEvent();
  private final Steps steps = new Steps();
  private final Job first = job("1");
  private final Job second = job("2");
  private Drain drain;
  private ConsumeLoop loop;

  @TempDir Path directory;

  /** How the first attempt ends once the second has begun. */
  enum End {
    DONE(JobState.DONE) {
      @Override
      UpscaledImage reach() {
        ResultImage image = new ResultImage(2, 2, ResultFormat.PNG, 1, "");
        return new UpscaledImage(image, List.of(), 1, 0);
      }
    },
    CORRUPT(JobState.FAILED) {
      @Override
      UpscaledImage reach() {
        throw new UpscaleException(ErrorCode.IMAGE_CORRUPT, "broken");
      }
    },
    TIMED_OUT(JobState.FAILED) {
      @Override
      UpscaledImage reach() {
        throw new UpscaleException(ErrorCode.TIMED_OUT, "slow");
      }
    },
    STORE_DOWN(JobState.RUNNING) {
      @Override
      UpscaledImage reach() {
        throw new UpscaleException(ErrorCode.STORAGE_UNAVAILABLE, "down");
      }
    },
    CANCELLED(JobState.RUNNING) {
      @Override
      UpscaledImage reach() {
        throw new CancelledException();
      }
    };

    private final JobState state;

    End(JobState state) {
      this.state = state;
    }

    abstract UpscaledImage reach();
  }

  /** The first job is encoded until it may end; the second one ends when it is told to. */
  private final class Steps implements JobWork {
    private final CountDownLatch firstAtNetwork = new CountDownLatch(1);
    private final CountDownLatch networkMayEnd = new CountDownLatch(1);
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);
    private final CountDownLatch firstEnds = new CountDownLatch(1);
    private final CountDownLatch secondBegan = new CountDownLatch(1);
    private final CountDownLatch secondMayEnd = new CountDownLatch(1);
    private volatile End end = End.DONE;

    @Override
    public UpscaledImage work(Job job, ProgressReport report) {
      if (job.id().equals(first.id())) {
        firstAtNetwork.countDown();
        await(networkMayEnd);
        report.networkDone();
        await(firstMayEnd);
        firstEnds.countDown();
        return end.reach();
      }
      secondBegan.countDown();
      await(secondMayEnd);
      if (report.isCancelled()) {
        throw new CancelledException();
      }
      return End.DONE.reach();
    }

    @Override
    public String engine(Job job) {
      return "none";
    }
  }

  @BeforeEach
  void start() throws IOException {
    turns.noMoreCrashes();
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(PlatformConfig.class)
            .withMapping(WorkerConfig.class)
            .withDefaultValue("upscale.work-dir", directory.resolve("work").toString())
            .withDefaultValue("worker.queue.outage-pause", "PT0.01S")
            .build();
    PlatformConfig platform = config.getConfigMapping(PlatformConfig.class);
    WorkerConfig worker = config.getConfigMapping(WorkerConfig.class);
    drain = new Drain(worker, clock, drainEvent);
    JobCache cache =
        new JobCache(new TurnCache(turns, new Random(1), clock, () -> {}), platform, clock);
    MeasuredPace pace = new MeasuredPace(new ModelCatalogue(List.of()), clock);
    WorkMetrics metrics = new WorkMetrics(new SimpleMeterRegistry());
    AwakeClock awake = new AwakeClock(clock);
    SettleAttempt settle =
        new SettleAttempt(
            queue,
            store,
            new PendingJobs(store),
            pace,
            metrics,
            worker,
            platform,
            new Random(1),
            clock);
    JobsInHand jobs = new JobsInHand(settle);
    MakeAttempt attempts = new MakeAttempt(steps, settle, jobs, metrics, worker, clock, awake);
    HandleMessage handler =
        new HandleMessage(
            queue,
            records,
            cache,
            attempts,
            settle,
            new PutBack(queue, worker, drain),
            new Heartbeats(queue, worker, awake),
            clock,
            platform);
    loop = new ConsumeLoop(queue, handler, jobs, drain, worker, platform);
    drainEvent.listen(loop::drain);
    loop.start(new StartupEvent());
    accept(first);
    await(steps.firstAtNetwork);
    accept(second);
  }

  @AfterEach
  void stop() throws InterruptedException {
    steps.networkMayEnd.countDown();
    steps.firstMayEnd.countDown();
    steps.secondMayEnd.countDown();
    drain.begin("test over");
    loop.awaitDrained();
  }

  @ParameterizedTest
  @EnumSource
  void theNextJobIsWorkedOnWhileTheLastIsEncodedHoweverThatEnds(End end)
      throws InterruptedException {
    steps.end = end;
    steps.networkMayEnd.countDown();
    await(steps.secondBegan);
    assertThat(record(first).state()).isEqualTo(JobState.RUNNING);
    assertThat(record(second).state()).isEqualTo(JobState.RUNNING);

    steps.firstMayEnd.countDown();
    await(steps.firstEnds);
    eventually(() -> record(first).state() == end.state);
    steps.secondMayEnd.countDown();

    eventually(() -> record(second).state() == JobState.DONE);
    assertThat(record(second).attempts()).isEqualTo(1);
  }

  @Test
  void whileTheNetworkWorksForOneJobNoOtherIsTaken() throws InterruptedException {
    assertThat(steps.secondBegan.await(100, TimeUnit.MILLISECONDS)).isFalse();
    assertThat(receive()).isPresent();
  }

  @Test
  void aWorkerThatDrainsFinishesTheLastJobAndTakesNoNext() throws InterruptedException {
    drain.begin("told to stop");
    steps.networkMayEnd.countDown();
    steps.firstMayEnd.countDown();
    loop.awaitDrained();

    assertThat(record(first).state()).isEqualTo(JobState.DONE);
    assertThat(record(second).attempts()).isZero();
    assertThat(receive()).map(ReceivedMessage::tries).hasValue(1);
  }

  @Test
  void aNextJobThatIsHandedBackHasLostNoTryAndTheLastIsFinished() throws InterruptedException {
    steps.networkMayEnd.countDown();
    await(steps.secondBegan);

    drain.begin("told to stop");
    steps.firstMayEnd.countDown();
    eventually(() -> record(first).state() == JobState.DONE);
    steps.secondMayEnd.countDown();
    loop.awaitDrained();

    assertThat(record(second).state()).isEqualTo(JobState.QUEUED);
    assertThat(receive()).map(ReceivedMessage::tries).hasValue(1);
  }

  private void accept(Job job) {
    records.create(job);
    queue.send(job, Lane.FRONT);
  }

  private Job record(Job job) {
    return records.find(job.id()).map(Versioned::value).orElseThrow();
  }

  private Optional<ReceivedMessage> receive() {
    return queue.receive(Lane.FRONT, Duration.ZERO, Duration.ofMinutes(1));
  }

  private Job job(String model) {
    return TestJobs.queued(9, 9, ResultFormat.PNG, model.repeat(64), clock.instant());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void eventually(BooleanSupplier happened) throws InterruptedException {
    while (!happened.getAsBoolean()) {
      Thread.sleep(5);
    }
  }
}
