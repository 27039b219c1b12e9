package dev.aiupscale.platform.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aiupscale.common.model.ModelDescriptor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CostModelTest {
  private static final long TWO_MEGAPIXELS = 2_000_000;

  private final ModelDescriptor model =
      new ModelDescriptor(
          "m", 2, "", "", "", "", "m.onnx", "its-hash", 1, 4, 0, 4, 128, 400, List.of(), null);

  @Test
  void whatWorkersMeasuredDecides() {
    WorkerPace slow = new WorkerPace(Instant.EPOCH, 0, Map.of("its-hash", 3.0));
    WorkerPace fast = new WorkerPace(Instant.EPOCH, 0, Map.of("its-hash", 1.0));

    assertThat(work(List.of(slow, fast))).isCloseTo(4, within(1e-9));
  }

  @Test
  void aModelThatNobodyMeasuredIsReckonedByTheSpeedAtOthers() {
    WorkerPace worker = new WorkerPace(Instant.EPOCH, 200, Map.of("another", 9.0));

    assertThat(work(List.of(worker))).isCloseTo(4, within(1e-9));
  }

  @Test
  void aSmallMachineIsAssumedWhileNothingIsKnown() {
    assertThat(work(List.of())).isCloseTo(8, within(1e-9));
  }

  private double work(List<WorkerPace> workers) {
    return CostModel.seconds(model, TWO_MEGAPIXELS, workers) - CostModel.OVERHEAD_SECONDS;
  }
}
