package dev.aiupscale.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The job records rely on compare-and-set; this is what they may rely on. */
class ConditionalPutIT {
  private static final int THREADS = 20;
  private static final int INCREMENTS = 10;

  @TempDir static Path dataDir;
  private static EmbeddedS3 server;
  private static S3Client s3;
  private static String bucket;

  @BeforeAll
  static void start() {
    LocalStackConfig config = LocalStackConfig.transientOnFreePorts().withDataDir(dataDir);
    server = EmbeddedS3.start(config);
    s3 = Clients.s3(server, config);
    bucket = config.bucket();
  }

  @AfterAll
  static void stop() throws Exception {
    s3.close();
    server.close();
  }

  @Test
  void ifNoneMatchCreatesAKeyThatIsMissing() {
    put("created", "1", p -> p.ifNoneMatch("*"));

    assertThat(Clients.get(s3, bucket, "created")).isEqualTo("1");
  }

  @Test
  void ifNoneMatchRefusesAKeyThatExists() {
    Clients.put(s3, bucket, "there", "1");

    assertThat(statusOfPut("there", "2", p -> p.ifNoneMatch("*"))).isEqualTo(412);
    assertThat(Clients.get(s3, bucket, "there")).isEqualTo("1");
  }

  @Test
  void ifMatchAcceptsTheCurrentETag() {
    String eTag = Clients.put(s3, bucket, "current", "1");

    put("current", "2", p -> p.ifMatch(eTag));

    assertThat(Clients.get(s3, bucket, "current")).isEqualTo("2");
  }

  @Test
  void ifMatchRefusesAStaleETag() {
    String stale = Clients.put(s3, bucket, "stale", "1");
    Clients.put(s3, bucket, "stale", "2");

    assertThat(statusOfPut("stale", "3", p -> p.ifMatch(stale))).isEqualTo(412);
    assertThat(Clients.get(s3, bucket, "stale")).isEqualTo("2");
  }

  @Test
  void ifMatchOnAMissingKeyIsNotFound() {
    String eTag = Clients.put(s3, bucket, "elsewhere", "1");

    assertThat(statusOfPut("missing", "1", p -> p.ifMatch(eTag))).isEqualTo(404);
  }

  @Test
  void theETagOfAReadIsTheOneOfItsWrite() {
    String eTag = Clients.put(s3, bucket, "etag", "1");

    assertThat(s3.getObject(g -> g.bucket(bucket).key("etag")).response().eTag()).isEqualTo(eTag);
    assertThat(s3.headObject(h -> h.bucket(bucket).key("etag")).eTag()).isEqualTo(eTag);
  }

  @Test
  void manyWhoCreateOneKeyHaveOneWinner() throws Exception {
    AtomicInteger winners = new AtomicInteger();

    race(
        () -> {
          try {
            put("election", Thread.currentThread().getName(), p -> p.ifNoneMatch("*"));
            winners.incrementAndGet();
          } catch (S3Exception e) {
            assertThat(e.statusCode()).isEqualTo(412);
          }
        });

    assertThat(winners).hasValue(1);
  }

  @Test
  void aCounterThatManyCompareAndSetLosesNoUpdate() throws Exception {
    Clients.put(s3, bucket, "counter", "0");

    race(
        () -> {
          for (int i = 0; i < INCREMENTS; i++) {
            increment("counter");
          }
        });

    assertThat(Clients.get(s3, bucket, "counter")).isEqualTo(String.valueOf(THREADS * INCREMENTS));
  }

  private static void increment(String key) {
    while (true) {
      var read = s3.getObjectAsBytes(g -> g.bucket(bucket).key(key));
      int next = Integer.parseInt(read.asUtf8String()) + 1;
      try {
        put(key, String.valueOf(next), p -> p.ifMatch(read.response().eTag()));
        return;
      } catch (S3Exception e) {
        assertThat(e.statusCode()).isEqualTo(412);
      }
    }
  }

  private static void race(Runnable runner) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Object>> runners = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        runners.add(Executors.callable(runner));
      }
      for (Future<Object> finished : threads.invokeAll(runners)) {
        finished.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static int statusOfPut(
      String key, String text, Consumer<PutObjectRequest.Builder> condition) {
    return catchThrowableOfType(S3Exception.class, () -> put(key, text, condition)).statusCode();
  }

  private static PutObjectResponse put(
      String key, String text, Consumer<PutObjectRequest.Builder> condition) {
    var request = PutObjectRequest.builder().bucket(bucket).key(key);
    condition.accept(request);
    return s3.putObject(request.build(), RequestBody.fromString(text));
  }
}
