package dev.aiupscale.worker.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.model.ModelDescriptor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
  private static final Job MEGAPIXEL =
      TestJobs.running(1000, 1000, ResultFormat.PNG, Instant.EPOCH);

  @Test
  void theLimitIsTheMinimumAndAMultipleOfTheWorkHaloIncluded() {
    TimeLimit limit = new TimeLimit(Duration.ofMinutes(1), 3, 50);

    // Five by five tiles of 300 with a halo of 50 give 200 by 200 each: 2.25 megapixels.
    assertThat(limit.of(MEGAPIXEL, model(50, 300))).isEqualTo(Duration.ofSeconds(60 + 3 * 45));
  }

  private static ModelDescriptor model(int halo, int tile) {
    return new ModelDescriptor(
        "m", 2, "", "", "", "", "", "", 1, halo, 0, halo, tile, 1000, List.of(), null);
  }
}
