package dev.aiupscale.worker.stage;

import dev.aiupscale.common.model.ModelDescriptor;
import java.util.List;

/** The port to whatever executes the stages of networks. */
public interface StageEngines {
  /**
   * @param tiles what each stage takes at a time, in the model's order
   * @throws dev.aiupscale.common.job.UpscaleException MODEL_FAILED when a stage cannot be loaded
   */
  StageEngine open(ModelDescriptor model, List<StageTile> tiles);
}
