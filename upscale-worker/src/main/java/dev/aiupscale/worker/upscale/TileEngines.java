package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.worker.stage.StageEngines;

/** The port to whatever executes networks. */
public interface TileEngines {
  /**
   * @throws dev.aiupscale.common.job.UpscaleException MODEL_FAILED when the model cannot be loaded
   */
  TileEngine open(ModelDescriptor model, int tileWidth, int tileHeight);

  /** For models that are cut into stages. */
  StageEngines stages();

  /** What computes: model hash, runtime version, execution provider, optimisation. */
  String engineFingerprint(ModelDescriptor model);
}
