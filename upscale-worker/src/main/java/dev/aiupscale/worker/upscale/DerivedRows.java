package dev.aiupscale.worker.upscale;

import dev.aiupscale.worker.encode.RowSource;

/** Rows that are made of another source's, one of one. */
abstract class DerivedRows implements RowSource {
  private final RowSource source;
  private final int channels;
  private final byte[] sourceRow;

  /**
   * @param channels bytes a pixel of the rows made
   */
  DerivedRows(RowSource source, int channels) {
    this.source = source;
    this.channels = channels;
    this.sourceRow = new byte[source.width() * source.channels()];
  }

  @Override
  public final int width() {
    return source.width();
  }

  @Override
  public final int height() {
    return source.height();
  }

  @Override
  public final int channels() {
    return channels;
  }

  @Override
  public final void next(byte[] row) {
    source.next(sourceRow);
    derive(sourceRow, row);
  }

  /** Makes the next row of the source's next. */
  abstract void derive(byte[] from, byte[] row);
}
