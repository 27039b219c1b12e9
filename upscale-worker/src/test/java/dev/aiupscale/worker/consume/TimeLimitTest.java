package dev.aiupscale.worker.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.common.model.ModelStage;
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

    // Tiles of 200 with a halo of 50 give a quarter of what goes through the network.
    assertThat(limit.of(MEGAPIXEL, model(0, 200))).isEqualTo(Duration.ofSeconds(60 + 3 * 20));
    assertThat(limit.of(MEGAPIXEL, model(50, 200))).isEqualTo(Duration.ofSeconds(60 + 3 * 80));
  }

  @Test
  void anExactResultByStagesMayTakeAsLongAsTheMirroredPicture() {
    TimeLimit limit = new TimeLimit(Duration.ofMinutes(1), 3, 50);
    ModelStage stage =
        new ModelStage("", "", List.of(ModelStage.PICTURE), ModelStage.RESULT, 3, 350, 2, 1, 1);
    ModelDescriptor deep =
        new ModelDescriptor(
            "m",
            2,
            "",
            "",
            "",
            "",
            "",
            "",
            1,
            0,
            0,
            350,
            200,
            1000,
            List.of(),
            List.of(stage),
            List.of(),
            null);

    // One pixel with 350 around it: 701 × 701.
    assertThat(limit.of(TestJobs.exact(1, 1), deep))
        .isEqualTo(Duration.ofMillis(60_000 + (long) (3 * 20_000 * 0.701 * 0.701)));
  }

  private static ModelDescriptor model(int halo, int tile) {
    return new ModelDescriptor(
        "m", 2, "", "", "", "", "", "", 1, halo, 0, halo, tile, 1000, List.of(), null);
  }
}
