package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.common.tile.TileGrid;
import dev.aiupscale.worker.decode.Picture;

/**
 * Chooses the tiles for a picture: the model's preferred size, within the memory that is allowed.
 */
final class TilePlan {
  /**
   * Pixels that a tile gives on an axis at the least when it was not planned for the exact halo.
   */
  private static final int LEAST_STEP = 32;

  private TilePlan() {}

  /**
   * @throws UpscaleException MODEL_FAILED when the halo alone needs more than is allowed
   */
  static TileGrid of(Picture picture, UpscaleRequest request, UpscalerConfig config) {
    ModelDescriptor model = request.model();
    int halo = model.halo(request.exact());
    int side = halo == model.halo() ? model.tile() : Math.max(model.tile(), 2 * halo + LEAST_STEP);
    int tallest = Math.min(side, 2 * halo + rowsInBand(picture, model, config));
    // What a low tile saves in height it may have in width.
    int widest = Math.max(side, (int) Math.min(Integer.MAX_VALUE, (long) side * side / tallest));
    TileGrid grid = TileGrid.of(picture.width(), picture.height(), halo, widest, tallest);
    long pixels = (long) grid.columns().tileLength() * grid.rows().tileLength();
    if (pixels > config.tilePixels()) {
      throw new UpscaleException(
          ErrorCode.MODEL_FAILED,
          "%s with a halo of %d px needs tiles of %d pixels; this worker allows %d."
              .formatted(model.id(), halo, pixels, config.tilePixels()));
    }
    return grid;
  }

  private static int rowsInBand(Picture picture, ModelDescriptor model, UpscalerConfig config) {
    long bytesPerRow = 3L * picture.width() * model.scale() * model.scale();
    return (int) Math.max(1, config.bandBytes() / bytesPerRow);
  }
}
