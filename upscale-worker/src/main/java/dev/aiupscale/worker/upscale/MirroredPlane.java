package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.plan.StagePlan;
import dev.aiupscale.common.tile.Mirror;
import dev.aiupscale.common.tile.Span;
import dev.aiupscale.common.tile.Tile;
import dev.aiupscale.common.tile.TileAxis;
import dev.aiupscale.common.tile.TileGrid;
import dev.aiupscale.worker.stage.MirroredRows;
import java.nio.ByteBuffer;

/** Shows a plane's rows one at a time, each as if it were a tile. */
final class MirroredPlane implements MirroredRows {
  private final Plane plane;
  private final Mirror down;
  private final TileGrid oneRow;

  MirroredPlane(Plane plane, StagePlan plan) {
    this.plane = plane;
    this.down = new Mirror(plane.height());
    this.oneRow =
        new TileGrid(
            new TileAxis(plane.width(), plan.margin(), plan.strips().step()),
            new TileAxis(plane.height(), 0, 1));
  }

  @Override
  public void copy(int y, int left, byte[] rgb) {
    int row = down.at(y);
    Tile tile = new Tile(new Span(left, left, left), new Span(row, row, row + 1));
    plane.copy(tile, oneRow, ByteBuffer.wrap(rgb));
  }
}
