package dev.aiupscale.api.load;

import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.platform.load.CostModel;
import jakarta.enterprise.context.ApplicationScoped;

/** How long the models take here, as the workers measured lately. */
@ApplicationScoped
public class ModelTimes {
  private final PresentLoad load;

  public ModelTimes(PresentLoad load) {
    this.load = load;
  }

  /** Seconds of one worker for 10⁶ pixels that go through the network, in hundredths. */
  public double secondsPerMegapixel(ModelDescriptor model) {
    return Math.ceil(CostModel.secondsPerMegapixel(model, load.now().workers()) * 100) / 100;
  }
}
