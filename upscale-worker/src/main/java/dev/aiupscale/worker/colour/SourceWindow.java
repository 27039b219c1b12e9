package dev.aiupscale.worker.colour;

import dev.aiupscale.worker.encode.RowSource;

/** The source's rows one after the other, each with the rows above and below it. */
final class SourceWindow {
  private final RowSource source;
  private byte[] above;
  private byte[] row;
  private byte[] below;
  private int read;
  private int y = -1;

  SourceWindow(RowSource source) {
    this.source = source;
    int bytes = source.width() * 3;
    this.above = new byte[bytes];
    this.row = new byte[bytes];
    this.below = new byte[bytes];
  }

  int width() {
    return source.width();
  }

  int height() {
    return source.height();
  }

  /** The next row, packed RGB; valid until the next call. */
  byte[] next(float[] evenness) {
    y++;
    byte[] free = above;
    above = row;
    row = below;
    below = free;
    if (y == 0) {
      read(row);
    }
    if (read < height()) {
      read(below);
    }
    Evenness.of(y > 0 ? above : row, row, y < height() - 1 ? below : row, evenness);
    return row;
  }

  private void read(byte[] into) {
    source.next(into);
    read++;
  }
}
