package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.common.tile.TileAxis;
import dev.aiupscale.common.tile.TileGrid;
import dev.aiupscale.worker.decode.Picture;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Chooses the tiles for a picture: as many pixels as the model's preferred tile has, in the shape
 * that sends the fewest through the network, within the memory that is allowed.
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
    int tallest = 2 * halo + rowsInBand(picture, model, config);
    TileGrid grid = leastWork(picture.width(), picture.height(), halo, side * side, tallest);
    if (pixels(grid) > config.tilePixels()) {
      throw new UpscaleException(
          ErrorCode.MODEL_FAILED,
          "%s with a halo of %d px needs tiles of %d pixels; this worker allows %d."
              .formatted(model.id(), halo, pixels(grid), config.tilePixels()));
    }
    return grid;
  }

  /** Of equal work, the lower tiles: the sooner is a band there to be encoded. */
  private static TileGrid leastWork(int width, int height, int halo, int pixels, int tallest) {
    return IntStream.rangeClosed(1, mostColumns(width, halo, pixels))
        .map(columns -> (width - 1) / columns + 1)
        .distinct()
        .mapToObj(step -> new TileAxis(width, halo, step))
        .filter(columns -> pixels / columns.tileLength() > 2 * halo)
        .map(
            columns ->
                new TileGrid(
                    columns,
                    TileAxis.of(height, halo, Math.min(tallest, pixels / columns.tileLength()))))
        .min(
            Comparator.comparingLong((TileGrid grid) -> grid.count() * pixels(grid))
                .thenComparingInt(grid -> grid.rows().step()))
        .orElseThrow();
  }

  /** More columns would be narrower than the halo at both sides, or one pixel wide. */
  private static int mostColumns(int width, int halo, int pixels) {
    int narrowest = Math.max(1, Math.min(2 * halo, (int) Math.sqrt(pixels) - 2 * halo));
    return Math.max(1, width / narrowest);
  }

  private static long pixels(TileGrid grid) {
    return (long) grid.columns().tileLength() * grid.rows().tileLength();
  }

  private static int rowsInBand(Picture picture, ModelDescriptor model, UpscalerConfig config) {
    long bytesPerRow = 3L * picture.width() * model.scale() * model.scale();
    // One band is computed while the one before it is encoded.
    return (int) Math.max(1, config.bandBytes() / 2 / bytesPerRow);
  }
}
