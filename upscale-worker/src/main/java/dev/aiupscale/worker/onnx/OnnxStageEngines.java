package dev.aiupscale.worker.onnx;

import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.worker.stage.StageEngine;
import dev.aiupscale.worker.stage.StageEngines;
import dev.aiupscale.worker.stage.StageTile;
import java.nio.file.Path;
import java.util.List;

/** Opens stages beside the models that {@link OnnxEngines} keeps, in turn with their tiles. */
record OnnxStageEngines(OnnxRuntime runtime, Path directory) implements StageEngines {
  @Override
  public StageEngine open(ModelDescriptor model, List<StageTile> tiles) {
    return OnnxStageEngine.open(runtime, directory, model, tiles);
  }
}
