package dev.aiupscale.api.load;

import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.platform.load.CostModel;
import dev.aiupscale.platform.load.WorkerPace;
import dev.aiupscale.platform.load.Workload;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How long the models take here. It asks no queue, so that pages need none. */
@ApplicationScoped
public class ModelTimes {
  private final Workload workload;

  public ModelTimes(Workload workload) {
    this.workload = workload;
  }

  /**
   * What the workers measured lately: seconds of one worker for 10⁶ pixels that go through a
   * network, in hundredths.
   */
  public ToDoubleFunction<ModelDescriptor> secondsPerMegapixel() {
    List<WorkerPace> workers = workload.livingWorkers();
    return model -> Math.ceil(CostModel.secondsPerMegapixel(model, workers) * 100) / 100;
  }
}
