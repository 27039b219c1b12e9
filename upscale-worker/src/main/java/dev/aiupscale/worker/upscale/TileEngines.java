package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.model.ModelDescriptor;

/** The port to whatever executes networks. */
public interface TileEngines {
  /**
   * @throws dev.aiupscale.common.job.UpscaleException MODEL_FAILED when the model cannot be loaded
   */
  TileEngine open(ModelDescriptor model, int tileWidth, int tileHeight);

  /** What computes: model hash, runtime version, execution provider, optimisation. */
  String engineFingerprint(ModelDescriptor model);
}
