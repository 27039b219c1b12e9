package dev.aiupscale.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.SourceImage;
import dev.aiupscale.common.job.ImageId;
import dev.aiupscale.common.job.ImageRecord;
import dev.aiupscale.common.job.JobId;
import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.platform.TestPlatform;
import dev.aiupscale.platform.storage.ImageRecords;
import dev.aiupscale.platform.storage.ObjectStore;
import dev.aiupscale.platform.storage.ObjectUpload;
import dev.aiupscale.platform.storage.StoredBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

class S3ObjectStoreIT {
  private static final TestPlatform PLATFORM = new TestPlatform();
  private static final S3Client S3 = new AwsClients().s3(PLATFORM.s3());
  private final ObjectStore store = new S3ObjectStore(S3, PLATFORM.config(), Clock.systemUTC());

  @AfterAll
  static void stop() {
    PLATFORM.close();
  }

  @Test
  void whatWasPutIsReadBackWholeAndInParts() throws IOException {
    store.put("a/b.txt", "text/plain", bytes("0123456789"));

    assertThat(store.read("a/b.txt").map(StoredBytes::bytes)).hasValue(bytes("0123456789"));
    assertThat(store.open("a/b.txt", "bytes=2-4").orElseThrow().content().readAllBytes())
        .isEqualTo(bytes("234"));
    assertThat(store.head("a/b.txt").orElseThrow().mediaType()).isEqualTo("text/plain");
  }

  @Test
  void whatIsNotThereIsEmptyAndDeletingItIsNoFailure() {
    store.delete("no/such");

    assertThat(store.read("no/such")).isEmpty();
    assertThat(store.head("no/such")).isEmpty();
  }

  @Test
  void aConditionalPutHoldsOnlyOnTheVersionThatWasSeen() {
    String first = store.putIfUnchanged("c", "text/plain", bytes("1"), null).orElseThrow();
    assertThat(store.putIfUnchanged("c", "text/plain", bytes("x"), null)).isEmpty();
    assertThat(store.putIfUnchanged("c", "text/plain", bytes("2"), first)).isPresent();
    assertThat(store.putIfUnchanged("c", "text/plain", bytes("3"), first)).isEmpty();

    assertThat(store.read("c").map(StoredBytes::bytes)).hasValue(bytes("2"));
  }

  @Test
  void aConditionalPutThatIsRepeatedSinceItsAnswerWasLostIsDone() {
    String first = store.putIfUnchanged("d", "text/plain", bytes("1"), null).orElseThrow();
    assertThat(store.putIfUnchanged("d", "text/plain", bytes("1"), null)).hasValue(first);

    String second = store.putIfUnchanged("d", "text/plain", bytes("2"), first).orElseThrow();
    assertThat(store.putIfUnchanged("d", "text/plain", bytes("2"), first)).hasValue(second);
  }

  @Test
  void ofManyWritersOfOneRecordNoneIsLost() {
    ImageRecords records = new ImageRecords(store, Clock.systemUTC());
    ImageId id = new ImageId(Sha256.of(bytes("picture")));
    ImageRecord image =
        ImageRecord.of(
            id, new SourceImage(1, 1, "png", 1, false), true, BasicMetadata.NONE, List.of());
    ExecutorService pool = Executors.newFixedThreadPool(8);
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      JobId job = new JobId(Sha256.of(bytes("job" + i)));
      all.add(CompletableFuture.runAsync(() -> records.addJob(image, job), pool));
    }
    all.forEach(CompletableFuture::join);
    pool.shutdown();

    assertThat(records.find(id).orElseThrow().jobs()).hasSize(8);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, S3Upload.PART_BYTES, S3Upload.PART_BYTES + 1, 20_000_001})
  void anUploadAppearsWholeWhenItIsCommittedAndTheOldObjectStaysUntilThen(int length)
      throws IOException {
    byte[] made = new byte[length];
    new Random(length).nextBytes(made);
    store.put("up", "text/plain", bytes("old"));

    try (ObjectUpload upload = store.upload("up", "image/png")) {
      for (int from = 0; from < length; from += 999_999) {
        upload.write(made, from, Math.min(999_999, length - from));
      }
      assertThat(store.read("up").map(StoredBytes::bytes)).hasValue(bytes("old"));
      assertThat(upload.commitOver(store.head("up").orElseThrow().etag())).isTrue();
    }

    assertThat(store.read("up").map(StoredBytes::bytes)).hasValue(made);
    assertThat(store.head("up").orElseThrow().mediaType()).isEqualTo("image/png");
    assertThat(unfinishedUploads()).isEmpty();
  }

  @Test
  void anUploadReplacesNothingThatItWasNotMeantToReplace() throws IOException {
    try (ObjectUpload upload = store.upload("fenced", "text/plain")) {
      upload.write(bytes("late"));
      store.put("fenced", "text/plain", bytes("newer"));
      assertThat(upload.commitOver(null)).isFalse();
      assertThat(store.read("fenced").map(StoredBytes::bytes)).hasValue(bytes("newer"));

      assertThat(upload.commitOver(store.head("fenced").orElseThrow().etag())).isTrue();
    }
    assertThat(store.read("fenced").map(StoredBytes::bytes)).hasValue(bytes("late"));
  }

  @Test
  void anUploadThatIsGivenUpLeavesNothing() throws IOException {
    try (ObjectUpload upload = store.upload("given/up", "image/png")) {
      upload.write(new byte[2 * S3Upload.PART_BYTES + 1]);
    }

    assertThat(store.head("given/up")).isEmpty();
    assertThat(unfinishedUploads()).isEmpty();
    assertThat(store.list("")).doesNotContain("given/up").noneMatch(key -> key.contains("mpu"));
  }

  @Test
  void onlyKeysWithThePrefixAreListed() {
    store.put("few/1", "text/plain", bytes("x"));
    store.put("few/2", "text/plain", bytes("x"));
    store.put("fewer", "text/plain", bytes("x"));

    assertThat(store.list("few/")).containsExactly("few/1", "few/2");
    assertThat(store.list("none/")).isEmpty();
  }

  private static List<MultipartUpload> unfinishedUploads() {
    return S3.listMultipartUploads(r -> r.bucket(PLATFORM.config().bucket())).uploads();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
