package dev.aiupscale.worker.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobState;
import dev.aiupscale.common.job.ObjectKeys;
import dev.aiupscale.common.model.ModelCatalogue;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.platform.PlatformConfig;
import dev.aiupscale.platform.cache.JobCache;
import dev.aiupscale.platform.lifecycle.PendingJobs;
import dev.aiupscale.platform.queue.Lane;
import dev.aiupscale.platform.storage.JobRecords;
import dev.aiupscale.platform.storage.Versioned;
import dev.aiupscale.worker.WorkerConfig;
import dev.aiupscale.worker.onnx.OnnxConfig;
import dev.aiupscale.worker.onnx.OnnxEngines;
import dev.aiupscale.worker.onnx.TinyNetwork;
import dev.aiupscale.worker.upscale.Upscaler;
import dev.aiupscale.worker.upscale.UpscalerConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunawayTest {
  private final Turns turns = new Turns(new Random(1), new HandClock());
  private final Outages outages = new Outages(turns, new Random(1));
  private final TurnStore store = new TurnStore(turns, outages, (key, bytes) -> {});
  private final TurnQueue queue = new TurnQueue(turns, outages, new Random(1), Clock.systemUTC());
  private final JobRecords jobs = new JobRecords(store);

  @TempDir Path directory;

  @Test
  void aJobThatTakesLongerThanItMayHasFailedAfterOneAttempt() throws IOException {
    turns.noMoreCrashes();
    ModelDescriptor model = TinyNetwork.write(directory, 2, 1);
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(PlatformConfig.class)
            .withMapping(WorkerConfig.class)
            .withDefaultValue("upscale.work-dir", directory.resolve("work").toString())
            .withDefaultValue("worker.time-limit.minimum", "PT0.001S")
            .withDefaultValue("worker.time-limit.factor", "0")
            .build();
    Job job = accepted(model);

    try (OnnxEngines engines = new OnnxEngines(directory, OnnxConfig.defaults())) {
      handler(config, engines, model)
          .handle(
              queue.receive(Lane.FRONT, Duration.ZERO, Duration.ofMinutes(1)).orElseThrow(),
              () -> {});
    }

    Job ended = jobs.find(job.id()).map(Versioned::value).orElseThrow();
    assertThat(ended.state()).isEqualTo(JobState.FAILED);
    assertThat(ended.error()).returns(ErrorCode.TIMED_OUT, error -> error.code());
    assertThat(ended.attempts()).isEqualTo(1);
    assertThat(queue.size()).isZero();
    assertThat(store.keys("results/")).isEmpty();
  }

  private HandleMessage handler(SmallRyeConfig config, OnnxEngines engines, ModelDescriptor model) {
    PlatformConfig platform = config.getConfigMapping(PlatformConfig.class);
    WorkerConfig worker = config.getConfigMapping(WorkerConfig.class);
    Upscaler upscaler = new Upscaler(engines, UpscalerConfig.defaults());
    WorkJob work =
        new WorkJob(
            store,
            new ModelCatalogue(List.of(model)),
            upscaler,
            engines,
            platform,
            worker,
            Clock.systemUTC());
    Clock clock = Clock.systemUTC();
    AwakeClock awake = new AwakeClock(clock);
    JobCache cache =
        new JobCache(new TurnCache(turns, new Random(1), clock, () -> {}), platform, clock);
    MeasuredPace pace = new MeasuredPace(new ModelCatalogue(List.of(model)), clock);
    WorkMetrics metrics = new WorkMetrics(new SimpleMeterRegistry());
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
    MakeAttempt attempts =
        new MakeAttempt(work, settle, new JobsInHand(settle), metrics, worker, clock, awake);
    PutBack putBack = new PutBack(queue, worker, () -> true);
    Heartbeats heartbeats = new Heartbeats(queue, worker, awake);
    return new HandleMessage(
        queue, jobs, cache, attempts, settle, putBack, heartbeats, clock, platform);
  }

  /** A job whose picture, record and message are in place. */
  private Job accepted(ModelDescriptor model) throws IOException {
    Job job =
        TestJobs.queued(900, 700, ResultFormat.PNG, model.sha256(), Clock.systemUTC().instant());
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(900, 700, BufferedImage.TYPE_3BYTE_BGR), "png", png);
    store.put(ObjectKeys.source(job.imageId()), "image/png", png.toByteArray());
    jobs.create(job);
    queue.send(job, Lane.FRONT);
    return job;
  }
}
