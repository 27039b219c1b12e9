package dev.aiupscale.platform.load;

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
import dev.aiupscale.common.plan.NetworkWork;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CostModelTest {
  private static final Job JOB = job(ResultFormat.PNG, 0, false);

  private final ModelDescriptor model =
      new ModelDescriptor(
          "m", 2, "", "", "", "", "m.onnx", "its-hash", 1, 4, 0, 100, 128, 400, List.of(), null);

  @Test
  void whatWorkersMeasuredDecides() {
    WorkerPace slow = new WorkerPace(Instant.EPOCH, 0, Map.of("its-hash", 3.0));
    WorkerPace fast = new WorkerPace(Instant.EPOCH, 0, Map.of("its-hash", 1.0));

    assertThat(secondsPerMegapixel(List.of(slow, fast))).isCloseTo(2, within(1e-9));
  }

  @Test
  void aModelThatNobodyMeasuredIsReckonedByTheSpeedAtOthers() {
    WorkerPace worker = new WorkerPace(Instant.EPOCH, 200, Map.of("another", 9.0));

    assertThat(secondsPerMegapixel(List.of(worker))).isCloseTo(2, within(1e-9));
  }

  @Test
  void aSmallMachineIsAssumedWhileNothingIsKnown() {
    assertThat(secondsPerMegapixel(List.of())).isCloseTo(4, within(1e-9));
  }

  @Test
  void anExactResultThatNeedsAWiderHaloIsPredictedToTakeLonger() {
    Job exact = job(ResultFormat.PNG, 0, true);

    assertThat(CostModel.seconds(exact, model, List.of()))
        .isGreaterThan(10 * CostModel.seconds(JOB, model, List.of()));
  }

  @Test
  void anEncoderThatBeginsWhenTheNetworkIsDoneCountsToo() {
    Job webp = job(ResultFormat.WEBP, 100, false);

    // Eight megapixels of result at 300 ns.
    assertThat(CostModel.seconds(webp, model, List.of()))
        .isCloseTo(CostModel.seconds(JOB, model, List.of()) + 2.4, within(1e-9));
  }

  private double secondsPerMegapixel(List<WorkerPace> workers) {
    double seconds = CostModel.seconds(JOB, model, workers) - CostModel.besideNetworkSeconds(JOB);
    return seconds / NetworkWork.megapixels(JOB, model);
  }

  private static Job job(ResultFormat format, int quality, boolean exact) {
    JobOptions options =
        new JobOptions("m", 2, format, quality, MetadataPolicy.STRIP, exact, true, null);
    ImageId image = new ImageId("c".repeat(64));
    String model = "a".repeat(64);
    return Job.queued(
        JobId.of(image, options, model),
        image,
        options,
        model,
        "p.png",
        new SourceImage(2000, 1000, "png", 70, false),
        true,
        BasicMetadata.NONE,
        List.of(),
        Instant.EPOCH);
  }
}
