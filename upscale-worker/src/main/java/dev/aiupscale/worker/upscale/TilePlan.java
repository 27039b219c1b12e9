package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.common.plan.PictureTiles;
import dev.aiupscale.common.tile.TileGrid;
import dev.aiupscale.worker.decode.Picture;

/** The tiles for a picture, within what this worker allows. */
final class TilePlan {
  private TilePlan() {}

  /**
   * @throws UpscaleException MODEL_FAILED when the halo alone needs more than is allowed
   */
  static TileGrid of(Picture picture, UpscaleRequest request, UpscalerConfig config) {
    ModelDescriptor model = request.model();
    TileGrid grid =
        PictureTiles.of(
            model, picture.width(), picture.height(), request.exact(), config.bandBytes());
    long pixels = grid.pixels() / grid.count();
    if (pixels > config.tilePixels()) {
      throw new UpscaleException(
          ErrorCode.MODEL_FAILED,
          "%s with a halo of %d px needs tiles of %d pixels; this worker allows %d."
              .formatted(model.id(), model.halo(request.exact()), pixels, config.tilePixels()));
    }
    return grid;
  }
}
