package dev.aiupscale.worker.stage;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of one value that somebody still needs. Rows and columns count from the corner of the
 * pixels whose results are asked for; a value has {@code margin} more on every side.
 */
final class ValueRows {
  private final RowShape shape;
  private final int margin;
  private final RowPool pool;
  private final List<ByteBuffer> rows = new ArrayList<>();
  private int first;

  ValueRows(RowShape shape, int margin, RowPool pool) {
    this.shape = shape;
    this.margin = margin;
    this.pool = pool;
    this.first = -margin;
  }

  RowShape shape() {
    return shape;
  }

  int margin() {
    return margin;
  }

  /** The row after the last that is there. */
  int end() {
    return first + rows.size();
  }

  ByteBuffer row(int y) {
    return rows.get(y - first);
  }

  /** A new last row, to be filled. */
  ByteBuffer append() {
    ByteBuffer row = pool.take();
    rows.add(row);
    return row;
  }

  void dropBefore(int y) {
    int count = Math.min(rows.size(), y - first);
    if (count > 0) {
      List<ByteBuffer> dropped = rows.subList(0, count);
      dropped.forEach(pool::giveBack);
      dropped.clear();
      first += count;
    }
  }

  void dropAll() {
    dropBefore(end());
  }
}
