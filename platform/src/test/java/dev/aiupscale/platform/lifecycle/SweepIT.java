package dev.aiupscale.platform.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.image.SourceImage;
import dev.aiupscale.common.job.Demand;
import dev.aiupscale.common.job.ImageId;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobId;
import dev.aiupscale.common.job.JobOptions;
import dev.aiupscale.common.job.MetadataPolicy;
import dev.aiupscale.common.job.ObjectKeys;
import dev.aiupscale.platform.SetClock;
import dev.aiupscale.platform.TestPlatform;
import dev.aiupscale.platform.aws.S3ObjectStore;
import dev.aiupscale.platform.aws.SqsJobQueue;
import dev.aiupscale.platform.cache.Cache;
import dev.aiupscale.platform.cache.JobCache;
import dev.aiupscale.platform.load.FairShare;
import dev.aiupscale.platform.load.FixedWorkload;
import dev.aiupscale.platform.load.LocalAccounts;
import dev.aiupscale.platform.queue.JobQueue;
import dev.aiupscale.platform.queue.Lane;
import dev.aiupscale.platform.queue.ReceivedMessage;
import dev.aiupscale.platform.storage.ImageRecords;
import dev.aiupscale.platform.storage.JobRecords;
import dev.aiupscale.platform.storage.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.services.s3.S3Client;

class SweepIT {
  private static final Duration AGE = Duration.ofMinutes(3);

  private final TestPlatform platform = new TestPlatform();
  private final SetClock clock = new SetClock();
  private final S3Client s3 =
      platform
          .s3()
          .forcePathStyle(true)
          .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
          .build();
  private final FixedWorkload workload = new FixedWorkload(1);
  private final ObjectStore store = new S3ObjectStore(s3, platform.config(), clock);
  private final JobQueue queue =
      new SqsJobQueue(platform.sqs(), platform.config(), workload, clock);
  private final JobRecords jobs = new JobRecords(store);
  private final ImageRecords images = new ImageRecords(store, clock);
  private final PendingJobs pending = new PendingJobs(store);
  private final Cache cache = new NoCache();
  private final EraseJob erase =
      new EraseJob(
          pending,
          jobs,
          images,
          store,
          new JobCache(cache, platform.config(), clock),
          cache,
          clock);
  private final FairShare share =
      new FairShare(new LocalAccounts(), workload, platform.config(), clock);
  private final Sweep sweep = new Sweep(pending, jobs, store, queue, share, erase, clock);

  @AfterEach
  void stop() {
    s3.close();
    platform.close();
  }

  @Test
  void whatIsSentOnceMoreWaitsAsTheLargeJobOfItsClientThatItIs() {
    leftHalfBegun(job("a"));

    sweep.sweep(AGE);

    ReceivedMessage sent = receive();
    assertThat(sent.predictedSeconds()).isEqualTo(90);
    assertThat(sent.attributes()).containsEntry("client", "a-client");
  }

  @Test
  void aRecordThatCannotBeReadKeepsNobodyElseWaiting() {
    Job garbage = job("b");
    leftHalfBegun(garbage);
    store.put(
        ObjectKeys.job(garbage.id()),
        "application/json",
        "garbage".getBytes(StandardCharsets.UTF_8));
    leftHalfBegun(job("a"));
    leftHalfBegun(job("c"));

    sweep.sweep(AGE);

    assertThat(queue.depth(Lane.BULK)).isEqualTo(2);
  }

  private void leftHalfBegun(Job job) {
    PendingJob entry = PendingJob.of(job, clock.instant());
    pending.add(entry);
    images.addJob(entry.image(), job.id());
    jobs.create(job);
    clock.pass(AGE.plusSeconds(1));
  }

  private ReceivedMessage receive() {
    return queue.receive(Lane.BULK, Duration.ofSeconds(1), Duration.ofMinutes(1)).orElseThrow();
  }

  private static Job job(String name) {
    JobOptions options =
        new JobOptions(
            "esrgan-slim", 2, ResultFormat.PNG, 0, MetadataPolicy.STRIP, false, true, null);
    ImageId image = new ImageId(name.repeat(64));
    return Job.queued(
            JobId.of(image, options, "model"),
            image,
            options,
            "model",
            "p.png",
            new SourceImage(10, 10, "png", 100, false),
            true,
            BasicMetadata.NONE,
            List.of(),
            Instant.EPOCH)
        .demanded(new Demand("a-client", 90));
  }

  private static final class NoCache implements Cache {
    @Override
    public Optional<byte[]> get(String key) {
      return Optional.empty();
    }

    @Override
    public void put(String key, byte[] value, Duration timeToLive) {}

    @Override
    public void putUnlessOlder(String key, String text, int stampLength, Instant until) {}

    @Override
    public void delete(String... keys) {}

    @Override
    public boolean isUp() {
      return false;
    }
  }
}
