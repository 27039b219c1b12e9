package dev.aiupscale.common.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.image.SourceImage;
import dev.aiupscale.common.job.ImageId;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobId;
import dev.aiupscale.common.job.JobOptions;
import dev.aiupscale.common.job.MetadataPolicy;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.common.model.ModelStage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkWorkTest {
  private static final ModelDescriptor SHALLOW = model(50, 100, List.of());

  /** Two stages of 100 and 300 gigaflop a megapixel that see 10 and 20 pixels around each. */
  private static final ModelDescriptor DEEP =
      model(
          0,
          200,
          List.of(
              new ModelStage("a", "", List.of(ModelStage.PICTURE), "f", 64, 10, 1, 100, 1),
              new ModelStage("b", "", List.of("f"), ModelStage.RESULT, 3, 20, 2, 300, 1)));

  @Test
  void tilesAreCountedWithTheirHaloAsWorkersCutThem() {
    // A tile of 300 × 300 gives 200 × 200.
    assertThat(NetworkWork.megapixels(job(400, 400, false, false), SHALLOW))
        .isEqualTo(4 * 0.09, within(1e-9));
    // One with the exact halo of 100 gives 100 × 100.
    assertThat(NetworkWork.megapixels(job(400, 400, true, false), SHALLOW))
        .isEqualTo(16 * 0.09, within(1e-9));
  }

  @Test
  void anExactResultByStagesCostsWhatEachStageRunsWithWhatItSeesAround() {
    // Bands of 64 rows: nine for the first stage, which computes 20 pixels beyond the picture.
    double head = (1000 + 2 * 20 + 2 * 10) * 9 * (64 + 2 * 10) * 100.0;
    double tail = (1000 + 2 * 20) * 8 * (64 + 2 * 20) * 300.0;

    assertThat(NetworkWork.megapixels(job(1000, 500, true, false), DEEP))
        .isEqualTo((head + tail) / 400 / 1e6, within(1e-9));
  }

  @Test
  void alphaIsAPictureOfItsOwn() {
    assertThat(NetworkWork.megapixels(job(400, 400, false, true), SHALLOW))
        .isEqualTo(2 * NetworkWork.megapixels(job(400, 400, false, false), SHALLOW));
  }

  @Test
  void aPictureTooWideForTheMemoryCostsWhatItsStripsShare() {
    double narrow = NetworkWork.megapixels(job(10_000, 500, true, false), DEEP);
    double wide = NetworkWork.megapixels(job(60_000, 500, true, false), DEEP);

    assertThat(wide).isGreaterThan(6.05 * narrow);
  }

  private static Job job(int width, int height, boolean exact, boolean alpha) {
    JobOptions options =
        new JobOptions("m", 2, ResultFormat.PNG, 0, MetadataPolicy.STRIP, exact, true, null);
    ImageId image = new ImageId("c".repeat(64));
    String model = "a".repeat(64);
    return Job.queued(
        JobId.of(image, options, model),
        image,
        options,
        model,
        "p.png",
        new SourceImage(width, height, "png", 70, alpha),
        true,
        BasicMetadata.NONE,
        List.of(),
        Instant.EPOCH);
  }

  private static ModelDescriptor model(int halo, int exactHalo, List<ModelStage> stages) {
    return new ModelDescriptor(
        "m", 2, "", "", "", "", "", "", 1, halo, 0, exactHalo, 300, 400, List.of(), stages,
        List.of(), null);
  }
}
