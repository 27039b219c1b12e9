package dev.aiupscale.api.image.write;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import org.jspecify.annotations.Nullable;

/**
 * A raster of RGB rows that holds none of them: the JDK's JPEG writer asks a tile for children of
 * one row, top to bottom, and each child is made when it is asked for.
 */
final class RowsTile extends Raster {
  private final Rows rows;
  private final byte[] row;

  /**
   * @param layout of one pixel: the data behind the tile are never read
   */
  RowsTile(Rows rows, SampleModel layout) {
    super(
        layout,
        layout.createDataBuffer(),
        new Rectangle(0, 0, rows.width(), rows.height()),
        new Point(0, 0),
        null);
    this.rows = rows;
    this.row = new byte[rows.width() * 3];
  }

  @Override
  public Raster createChild(
      int x, int y, int width, int height, int toX, int toY, int @Nullable [] bands) {
    if (height != 1) {
      throw new IllegalArgumentException("rows come one at a time");
    }
    rows.read(y, row);
    return Raster.createInterleavedRaster(
            new DataBufferByte(row, row.length),
            rows.width(),
            1,
            row.length,
            3,
            new int[] {0, 1, 2},
            null)
        .createChild(x, 0, width, 1, toX, toY, bands);
  }
}
