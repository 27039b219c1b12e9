package dev.aiupscale.worker.consume;

import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.image.ResultImage;
import dev.aiupscale.common.image.SourceImage;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.ImageId;
import dev.aiupscale.common.job.ImageRecord;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobId;
import dev.aiupscale.common.job.JobOptions;
import dev.aiupscale.common.job.MetadataPolicy;
import dev.aiupscale.common.job.ObjectKeys;
import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.common.model.ModelCatalogue;
import dev.aiupscale.platform.PlatformConfig;
import dev.aiupscale.platform.cache.JobCache;
import dev.aiupscale.platform.lifecycle.BeginJob;
import dev.aiupscale.platform.lifecycle.EraseJob;
import dev.aiupscale.platform.lifecycle.PendingJobs;
import dev.aiupscale.platform.lifecycle.ReadRecord;
import dev.aiupscale.platform.lifecycle.Sweep;
import dev.aiupscale.platform.load.FairShare;
import dev.aiupscale.platform.load.LocalAccounts;
import dev.aiupscale.platform.queue.Lane;
import dev.aiupscale.platform.storage.ImageRecords;
import dev.aiupscale.platform.storage.JobRecords;
import dev.aiupscale.platform.storage.ObjectUpload;
import dev.aiupscale.platform.storage.Versioned;
import dev.aiupscale.worker.WorkerConfig;
import dev.aiupscale.worker.upscale.CancelledException;
import dev.aiupscale.worker.upscale.Checkpoints;
import dev.aiupscale.worker.upscale.UpscaledImage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** API processes and workers over one store, queue and cache; only pixels are left out. */
final class LifeWorld {
  private static final SmallRyeConfig CONFIG =
      new SmallRyeConfigBuilder()
          .withMapping(PlatformConfig.class)
          .withMapping(WorkerConfig.class)
          .withDefaultValue("worker.queue.outage-pause", "PT0S")
          .build();
  private static final PlatformConfig PLATFORM = CONFIG.getConfigMapping(PlatformConfig.class);
  private static final WorkerConfig WORKER = CONFIG.getConfigMapping(WorkerConfig.class);
  private static final Duration SWEEP_AGE = Duration.ofMinutes(5);
  private static final Duration TIME_LIMIT = Duration.ofMinutes(5);
  private static final double RISK = 0.01;

  final Turns turns;
  final TurnStore store;
  final TurnQueue queue;
  private final Random random;
  private final HandClock clock = new HandClock();
  final LifeHistory history = new LifeHistory(clock);
  private final JobRecords jobs;
  private final JobCache cache;
  private final WorkMetrics metrics = new WorkMetrics(new SimpleMeterRegistry());
  private final BeginJob begin;
  private final EraseJob erase;
  private final Sweep sweep;
  private final ReadRecord record;
  private final PendingJobs pending;
  private int clients;

  LifeWorld(Random random) {
    this.random = random;
    this.turns = new Turns(random, clock);
    Outages outages = new Outages(turns, random);
    this.store = new TurnStore(turns, outages, history::changed);
    this.queue = new TurnQueue(turns, outages, random, clock);
    TurnCache values = new TurnCache(turns, random, clock, history::cacheForgot);
    this.jobs = new JobRecords(store);
    this.cache = new JobCache(values, PLATFORM, clock);
    this.record = new ReadRecord(jobs, cache, clock);
    ImageRecords images = new ImageRecords(store, clock);
    this.pending = new PendingJobs(store);
    this.begin = new BeginJob(pending, images, jobs, queue, cache, clock);
    this.erase = new EraseJob(pending, jobs, images, store, cache, values, clock);
    FairShare share = new FairShare(new LocalAccounts(), new NoWorkload(), PLATFORM, clock);
    this.sweep = new Sweep(pending, jobs, store, queue, share, erase, clock);
  }

  void startWorkers(int number) {
    for (int i = 0; i < number; i++) {
      startWorker();
    }
    keepRunning("sweep", () -> sweep.sweep(SWEEP_AGE));
    keepRunning("watch", watch()::round);
  }

  DeadLetterWatch watch() {
    return new DeadLetterWatch(queue, jobs, cache, new NoWorkload(), metrics, WORKER, clock);
  }

  HandleMessage handler() {
    SettleAttempt settle = settle();
    return handler(settle, new JobsInHand(settle));
  }

  private SettleAttempt settle() {
    MeasuredPace pace = new MeasuredPace(new ModelCatalogue(List.of()), clock);
    return new SettleAttempt(queue, store, pending, pace, metrics, WORKER, PLATFORM, random, clock);
  }

  private HandleMessage handler(SettleAttempt settle, JobsInHand inHand) {
    AwakeClock awake = new AwakeClock(clock);
    MakeAttempt attempts =
        new MakeAttempt(new Work(), settle, inHand, metrics, WORKER, clock, awake);
    PutBack putBack = new PutBack(queue, WORKER, () -> false);
    Heartbeats heartbeats = new Heartbeats(queue, WORKER, awake);
    return new HandleMessage(
        queue, jobs, cache, attempts, settle, putBack, heartbeats, clock, PLATFORM);
  }

  /** A worker with two jobs in hand, which is told to go now and then. */
  private void startWorker() {
    SettleAttempt settle = settle();
    JobsInHand inHand = new JobsInHand(settle);
    HandleMessage handler = handler(settle, inHand);
    startConsumer(handler);
    startConsumer(handler);
    keepRunning("drain", () -> drain(inHand));
  }

  private void drain(JobsInHand inHand) {
    if (!turns.isCalm() && random.nextInt(20) == 0) {
      inHand.handBackUnlessDoneWithin(Duration.ZERO);
    }
  }

  private void startConsumer(HandleMessage handler) {
    turns.start(
        "worker",
        () -> {
          while (true) {
            try {
              queue
                  .receive(Lane.FRONT, Duration.ZERO, WORKER.queue().visibilityTimeout())
                  .ifPresent(message -> handler.handle(message, () -> {}));
            } catch (UpscaleException e) {
              // The loop of the worker goes on, too.
            }
          }
        },
        RISK,
        () -> startConsumer(handler));
  }

  private void keepRunning(String name, Runnable round) {
    turns.start(
        name,
        () -> {
          while (true) {
            turns.take("next");
            try {
              round.run();
            } catch (UpscaleException e) {
              // The timers of both deployables try again with the next round.
            }
          }
        },
        RISK,
        () -> keepRunning(name, round));
  }

  /** A client that sends pictures and erases jobs, one call after the other. */
  void startClient(int calls) {
    clients++;
    turns.start(
        "client",
        () -> {
          for (int i = 0; i < calls; i++) {
            turns.take("next");
            Job job = job(random.nextInt(2), random.nextInt(2));
            if (random.nextInt(3) == 0) {
              eraseJob(job.id());
            } else {
              submit(job, random.nextInt(4) == 0);
            }
          }
        },
        RISK,
        () -> clients--);
  }

  boolean hasClients() {
    return clients > 0;
  }

  List<Job> possibleJobs() {
    return List.of(job(0, 0), job(0, 1), job(1, 0), job(1, 1));
  }

  static byte[] result(Job job) {
    return ("the result of " + job.id()).getBytes(StandardCharsets.UTF_8);
  }

  /** Somebody who looks at jobs as the API does, again and again. */
  void startReader() {
    keepRunning("reader", () -> look(possibleJobs().get(random.nextInt(4)).id()));
  }

  private void look(JobId id) {
    LifeHistory.Look look = history.look(id);
    cache
        .find(id)
        .or(() -> record.of(id))
        .ifPresent(job -> history.saw(look, job, PLATFORM.cache().recordTimeToLive()));
  }

  private Job job(int picture, int option) {
    ImageId image = new ImageId(Sha256.of(new byte[] {(byte) picture}));
    JobOptions options =
        new JobOptions(
            "m", 2 + option, ResultFormat.PNG, 0, MetadataPolicy.STRIP, false, true, null);
    String model = Sha256.of(new byte[0]);
    return Job.queued(
        JobId.of(image, options, model),
        image,
        options,
        model,
        "p.png",
        new SourceImage(1, 1, "png", 1, false),
        false,
        BasicMetadata.NONE,
        List.of(),
        clock.instant());
  }

  private void submit(Job job, boolean again) {
    ImageRecord image =
        ImageRecord.of(job.imageId(), job.source(), false, BasicMetadata.NONE, List.of());
    LifeHistory.Call call = history.begin(job.id(), false, turns.take("submit " + job.id()));
    try {
      begin.begin(job, again, image, () -> storePicture(job), placed -> Lane.FRONT);
      call.answered(true, turns.take("accepted " + job.id()));
    } catch (UpscaleException e) {
      call.answered(false, turns.take("refused " + job.id()));
    }
  }

  private void storePicture(Job job) {
    String key = ObjectKeys.original(job.imageId());
    if (store.head(key).isEmpty()) {
      store.put(key, "image/jpeg", new byte[1]);
    }
  }

  private void eraseJob(JobId id) {
    LifeHistory.Call call = history.begin(id, true, turns.take("erase " + id));
    int versions = history.versions(id);
    try {
      Optional<Job> present = jobs.find(id).map(Versioned::value);
      present.ifPresent(erase::erase);
      if (present.isPresent()) {
        history.erased(id, versions);
      }
      call.answered(present.isPresent(), turns.take("erased " + id));
    } catch (UpscaleException e) {
      // As one that nobody answered: it may still be carried out.
    }
  }

  /**
   * Work that takes some steps, is stopped for long at times, and reads and writes as ours does.
   */
  private final class Work implements JobWork {
    @Override
    public UpscaledImage work(Job job, ProgressReport report) {
      if (store.read(ObjectKeys.original(job.imageId())).isEmpty()) {
        throw new UpscaleException(ErrorCode.IMAGE_CORRUPT, "no picture");
      }
      report.limit(TIME_LIMIT);
      Checkpoints checkpoints = new JobCheckpoints(store, job, Duration.ZERO, clock);
      for (int i = 1; i <= 4; i++) {
        if (random.nextInt(20) == 0) {
          turns.stop(random.nextInt(400));
        }
        turns.take("a tile of " + job.id());
        if (report.isCancelled()) {
          throw new CancelledException();
        }
        report.progressed(i / 4.0);
        checkpoints.save("plan", i, new byte[1]);
      }
      byte[] made = result(job);
      String key = ObjectKeys.result(job.id(), job.options().format());
      ObjectUpload upload = store.upload(key, "image/png");
      write(upload, made);
      FencedResult.commit(store, key, upload, report);
      ResultImage image = new ResultImage(2, 2, ResultFormat.PNG, made.length, Sha256.of(made));
      return new UpscaledImage(image, List.of(), 1, 0);
    }

    private static void write(ObjectUpload upload, byte[] made) {
      try {
        upload.write(made);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String engine(Job job) {
      return "none";
    }
  }
}
