package dev.aiupscale.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.image.SourceImage;
import dev.aiupscale.common.job.Demand;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.ImageId;
import dev.aiupscale.common.job.ImageRecord;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobError;
import dev.aiupscale.common.job.JobId;
import dev.aiupscale.common.job.JobOptions;
import dev.aiupscale.common.job.JobState;
import dev.aiupscale.common.job.MetadataPolicy;
import dev.aiupscale.common.job.ObjectKeys;
import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.localstack.LocalStack;
import dev.aiupscale.localstack.LocalStackConfig;
import dev.aiupscale.platform.PlatformConfig;
import dev.aiupscale.platform.aws.S3ObjectStore;
import dev.aiupscale.platform.aws.SqsJobQueue;
import dev.aiupscale.platform.cache.JobCache;
import dev.aiupscale.platform.lifecycle.EraseJob;
import dev.aiupscale.platform.lifecycle.PendingJobs;
import dev.aiupscale.platform.lifecycle.Sweep;
import dev.aiupscale.platform.load.FairShare;
import dev.aiupscale.platform.load.LocalAccounts;
import dev.aiupscale.platform.queue.JobQueue;
import dev.aiupscale.platform.queue.Lane;
import dev.aiupscale.platform.queue.MessageBody;
import dev.aiupscale.platform.queue.ReceivedMessage;
import dev.aiupscale.platform.storage.ImageRecords;
import dev.aiupscale.platform.storage.JobRecords;
import dev.aiupscale.platform.storage.ObjectStore;
import dev.aiupscale.platform.storage.Versioned;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

class DeadLettersIT {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static final Duration ONE_SECOND = Duration.ofSeconds(1);
  private static final Duration HIDDEN = Duration.ofMinutes(1);

  private final LocalStack stack = LocalStack.start(LocalStackConfig.transientOnFreePorts());
  private final SqsClient sqs =
      with(SqsClient.builder().endpointOverride(stack.sqsEndpoint())).build();
  private final S3Client s3 =
      with(S3Client.builder().endpointOverride(stack.s3Endpoint()))
          .forcePathStyle(true)
          .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
          .build();
  private final PlatformConfig config =
      new SmallRyeConfigBuilder()
          .withMapping(PlatformConfig.class)
          .build()
          .getConfigMapping(PlatformConfig.class);
  private final JobQueue queue = new SqsJobQueue(sqs, config, new NoWorkload(), Clock.systemUTC());
  private final ObjectStore store = new S3ObjectStore(s3, config, Clock.systemUTC());
  private final JobRecords records = new JobRecords(store);
  private final ImageRecords images = new ImageRecords(store, Clock.systemUTC());
  private final PendingJobs pending = new PendingJobs(store);
  private final JobCache cache = new JobCache(new NoCache(), config, Clock.systemUTC());
  private final FairShare share =
      new FairShare(new LocalAccounts(), new NoWorkload(), config, Clock.systemUTC());
  private final DeadLetters letters = letters(queue);

  @AfterEach
  void stop() {
    sqs.close();
    s3.close();
    stack.close();
  }

  @Test
  void aFailedJobIsRunAgainOnceHoweverOftenTheCommandIsGiven() {
    Job failed = failed(job("a"));
    records.create(failed);
    bury(failed);
    bury(failed);

    assertThat(letters.redrive()).isEqualTo(Map.of(Fate.RUN_AGAIN, 2));
    assertThat(letters.redrive()).isEmpty();

    Job rerun = present(failed);
    assertThat(rerun.state()).isEqualTo(JobState.QUEUED);
    assertThat(rerun.run()).isEqualTo(2);
    assertThat(MessageBody.job(receive()).run()).isEqualTo(2);
  }

  @Test
  void aRedriveThatEndedBeforeItsMessageWasSentIsCompletedByTheNext() {
    Job failed = failed(job("b"));
    records.create(failed.rerun(NOW));
    bury(failed);

    assertThat(letters.redrive()).isEqualTo(Map.of(Fate.RUN_AGAIN, 1));

    assertThat(present(failed).run()).isEqualTo(2);
    assertThat(MessageBody.job(receive()).run()).isEqualTo(2);
  }

  @Test
  void aRedriveThatEndedBeforeItsMessageWasSentIsCompletedByTheSweepToo() {
    Job failed = failed(job("i"));
    images.addJob(image(failed), failed.id());
    records.create(failed);
    bury(failed);
    JobQueue torn = torn();

    assertThatThrownBy(() -> letters(torn).redrive()).isInstanceOf(UpscaleException.class);
    assertThat(present(failed).state()).isEqualTo(JobState.QUEUED);
    assertThat(queue.depth(Lane.FRONT)).isZero();
    sweep().sweep(Duration.ofSeconds(-1));

    assertThat(MessageBody.job(receive()).run()).isEqualTo(2);
    assertThat(store.list(ObjectKeys.pending())).isEmpty();
  }

  @Test
  void poisonStaysAndIsListedWithItsReason() {
    send("no job");
    queue.bury(receive(), "NOT_JSON: why");

    assertThat(letters.redrive()).isEqualTo(Map.of(Fate.POISON, 1));
    assertThat(letters.list())
        .singleElement()
        .satisfies(letter -> assertThat(letter.line()).contains("poison", "NOT_JSON", "no job"));
  }

  @Test
  void lettersOfJobsThatWereErasedOrRunAgainSinceAreDropped() {
    Job failed = failed(job("c"));
    records.create(failed.rerun(NOW).attemptStarted(NOW));
    bury(failed);
    bury(failed(job("d")));

    assertThat(letters.redrive()).isEqualTo(Map.of(Fate.OUTDATED, 1, Fate.ERASED, 1));

    assertThat(letters.list()).isEmpty();
    assertThat(queue.depth(Lane.FRONT)).isZero();
  }

  @Test
  void aJobThatDoesNotSayYetThatItFailedIsLeftAlone() {
    Job running = job("e").attemptStarted(NOW);
    records.create(running);
    bury(running);

    assertThat(letters.redrive()).isEqualTo(Map.of(Fate.UNTOLD, 1));

    assertThat(present(running)).isEqualTo(running);
    assertThat(letters.list()).hasSize(1);
  }

  @Test
  void aJobThatIsRunAgainWaitsAsTheLargeJobThatItIs() {
    Job failed = failed(job("f").demanded(new Demand("a-client", 90)));
    records.create(failed);
    bury(failed);

    letters.redrive();

    ReceivedMessage again = queue.receive(Lane.BULK, ONE_SECOND, HIDDEN).orElseThrow();
    assertThat(again.predictedSeconds()).isEqualTo(90);
    assertThat(again.attributes()).containsEntry("client", "a-client");
  }

  @Test
  void aRecordThatCannotBeReadKeepsNobodyFromTheOtherLetters() {
    Job garbage = job("g");
    s3.putObject(
        r -> r.bucket(config.bucket()).key(ObjectKeys.job(garbage.id())),
        RequestBody.fromString("garbage"));
    Job failed = failed(job("h"));
    records.create(failed);
    bury(garbage);
    bury(failed);

    assertThat(letters.list()).anyMatch(letter -> letter.line().contains("not readable"));
    assertThat(letters.redrive()).isEqualTo(Map.of(Fate.UNREADABLE, 1, Fate.RUN_AGAIN, 1));
    assertThat(letters.list()).hasSize(1);
  }

  private DeadLetters letters(JobQueue over) {
    return new DeadLetters(over, records, pending, cache, share, Clock.systemUTC());
  }

  /** The queue, but a job that is sent does not get there. */
  private JobQueue torn() {
    return (JobQueue)
        Proxy.newProxyInstance(
            JobQueue.class.getClassLoader(),
            new Class<?>[] {JobQueue.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("send")) {
                throw new UpscaleException(ErrorCode.STORAGE_UNAVAILABLE, "torn");
              }
              return method.invoke(queue, arguments);
            });
  }

  private Sweep sweep() {
    EraseJob erase =
        new EraseJob(pending, records, images, store, cache, new NoCache(), Clock.systemUTC());
    return new Sweep(pending, records, store, queue, share, erase, Clock.systemUTC());
  }

  private static ImageRecord image(Job job) {
    return ImageRecord.of(
        job.imageId(), job.source(), job.lossless(), job.keptMetadata(), job.notes());
  }

  private void bury(Job job) {
    queue.send(job, Lane.FRONT);
    queue.bury(receive(), "WORKER_LOST: why");
  }

  private ReceivedMessage receive() {
    return queue.receive(Lane.FRONT, ONE_SECOND, HIDDEN).orElseThrow();
  }

  private void send(String body) {
    String url = sqs.getQueueUrl(r -> r.queueName(config.queue())).queueUrl();
    sqs.sendMessage(r -> r.queueUrl(url).messageBody(body));
  }

  private Job present(Job job) {
    return records.find(job.id()).map(Versioned::value).orElseThrow();
  }

  private static Job failed(Job job) {
    return job.attemptStarted(NOW).failed(new JobError(ErrorCode.WORKER_LOST, "why"), NOW);
  }

  private static Job job(String name) {
    JobOptions options =
        new JobOptions(
            "esrgan-slim", 2, ResultFormat.PNG, 0, MetadataPolicy.STRIP, false, true, null);
    ImageId image = new ImageId(Sha256.of(name.getBytes(StandardCharsets.UTF_8)));
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
        NOW);
  }

  private <B extends AwsClientBuilder<B, ?>> B with(B builder) {
    return builder
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(
                    stack.config().accessKey(), stack.config().secretKey())));
  }
}
