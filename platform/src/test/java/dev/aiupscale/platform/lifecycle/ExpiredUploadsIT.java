package dev.aiupscale.platform.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.job.ObjectKeys;
import dev.aiupscale.common.job.UploadId;
import dev.aiupscale.platform.SetClock;
import dev.aiupscale.platform.TestPlatform;
import dev.aiupscale.platform.aws.S3ObjectStore;
import dev.aiupscale.platform.storage.ObjectStore;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.services.s3.S3Client;

class ExpiredUploadsIT {
  private final TestPlatform platform = new TestPlatform();
  private final SetClock clock = new SetClock();
  private final S3Client s3 =
      platform
          .s3()
          .forcePathStyle(true)
          .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
          .build();
  private final ObjectStore store = new S3ObjectStore(s3, platform.config(), clock);
  private final ExpiredUploads uploads = new ExpiredUploads(store, clock);
  private final Random random = new Random(1);

  @AfterEach
  void stop() {
    s3.close();
    platform.close();
  }

  @Test
  void aFileGoesWhenItsTimeIsOverAndNotBefore() {
    String soon = put(Duration.ofMinutes(1));
    String later = put(Duration.ofHours(1));
    store.put("uploads/of-somebody-else", "text/plain", new byte[1]);
    store.put("results/other", "text/plain", new byte[1]);

    uploads.erase();
    assertThat(store.list("uploads/")).contains(soon, later);

    clock.pass(Duration.ofMinutes(2));
    uploads.erase();

    assertThat(store.list("")).contains(later, "uploads/of-somebody-else", "results/other");
    assertThat(store.list("")).doesNotContain(soon);
  }

  private String put(Duration time) {
    String key = ObjectKeys.upload(UploadId.until(clock.instant().plus(time), random));
    store.put(key, "application/octet-stream", new byte[3]);
    return key;
  }
}
