package dev.aiupscale.common.plan;

import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.common.tile.TileAxis;
import dev.aiupscale.common.tile.TileGrid;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Chooses the tiles for a picture: as many pixels as the model's preferred tile has, in the shape
 * that sends the fewest through the network, within the memory that is allowed.
 */
public final class PictureTiles {
  /** Upscaled pixels that a worker holds, in two rows of tiles. */
  public static final int BAND_BYTES = 160 << 20;

  /**
   * Pixels that a tile gives on an axis at the least when it was not planned for the exact halo.
   */
  private static final int LEAST_STEP = 32;

  private PictureTiles() {}

  /**
   * @param bandBytes of upscaled pixels in two rows of tiles: wide pictures get lower and wider
   *     tiles to keep to it
   */
  public static TileGrid of(
      ModelDescriptor model, int width, int height, boolean exact, int bandBytes) {
    int halo = model.halo(exact);
    int side = halo == model.halo() ? model.tile() : Math.max(model.tile(), 2 * halo + LEAST_STEP);
    int tallest = 2 * halo + rowsInBand(model, width, bandBytes);
    return leastWork(width, height, halo, side * side, tallest);
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
            Comparator.comparingLong(TileGrid::pixels).thenComparingInt(grid -> grid.rows().step()))
        .orElseThrow();
  }

  /** More columns would be narrower than the halo at both sides, or one pixel wide. */
  private static int mostColumns(int width, int halo, int pixels) {
    int narrowest = Math.max(1, Math.min(2 * halo, (int) Math.sqrt(pixels) - 2 * halo));
    return Math.max(1, width / narrowest);
  }

  private static int rowsInBand(ModelDescriptor model, int width, int bandBytes) {
    long bytesPerRow = 3L * width * model.scale() * model.scale();
    // One band is computed while the one before it is encoded.
    return (int) Math.max(1, bandBytes / 2 / bytesPerRow);
  }
}
