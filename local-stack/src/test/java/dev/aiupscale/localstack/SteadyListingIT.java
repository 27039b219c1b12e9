package dev.aiupscale.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Sweeps and erasures rely on listings that leave nothing out, whatever else goes on. */
class SteadyListingIT {
  private static final int KEPT = 50;
  private static final int WRITERS = 4;
  private static final int LISTINGS = 60;

  @TempDir Path dataDir;
  private final String bucket = config().bucket();

  @Test
  void aListingIsWholeWhileObjectsBesideComeAndGo() throws Exception {
    try (EmbeddedS3 server = EmbeddedS3.start(config());
        S3Client s3 = Clients.s3(server, config())) {
      List<String> kept = IntStream.range(0, KEPT).mapToObj(i -> "jobs/kept-" + i).toList();
      kept.forEach(key -> Clients.put(s3, bucket, key, "x"));
      ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
      AtomicBoolean enough = new AtomicBoolean();
      List<CompletableFuture<Void>> writers =
          IntStream.range(0, WRITERS)
              .mapToObj(
                  i ->
                      CompletableFuture.runAsync(
                          () -> comeAndGo(s3, "jobs/passing-" + i, enough), threads))
              .toList();

      for (int i = 0; i < LISTINGS; i++) {
        assertThat(keys(s3, "jobs/")).containsAll(kept);
      }

      enough.set(true);
      writers.forEach(CompletableFuture::join);
      threads.shutdown();
    }
  }

  @Test
  void anObjectThatWasHalfWrittenAtAKillIsGoneAndTheRestIsListed() throws Exception {
    try (EmbeddedS3 server = EmbeddedS3.start(config());
        S3Client s3 = Clients.s3(server, config())) {
      Clients.put(s3, bucket, "jobs/whole.json", "x");
    }
    Path half =
        dataDir.resolve("s3/" + bucket + "/jobs/half.json-0b1c2d3e-0000-4000-8000-0123456789ab");
    Files.writeString(half, "hal");

    try (EmbeddedS3 server = EmbeddedS3.start(config());
        S3Client s3 = Clients.s3(server, config())) {
      assertThat(keys(s3, "")).containsExactly("jobs/whole.json");
    }
  }

  private LocalStackConfig config() {
    return LocalStackConfig.transientOnFreePorts().withDataDir(dataDir);
  }

  private void comeAndGo(S3Client s3, String key, AtomicBoolean enough) {
    while (!enough.get()) {
      Clients.put(s3, bucket, key, "x");
      s3.deleteObject(r -> r.bucket(bucket).key(key));
    }
  }

  private List<String> keys(S3Client s3, String prefix) {
    return s3.listObjectsV2(r -> r.bucket(bucket).prefix(prefix)).contents().stream()
        .map(S3Object::key)
        .toList();
  }
}
