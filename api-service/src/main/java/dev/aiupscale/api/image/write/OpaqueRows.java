package dev.aiupscale.api.image.write;

/** Rows without alpha: the picture laid over white. */
public final class OpaqueRows implements Rows {
  private final Rows rows;
  private final byte[] withAlpha;

  public OpaqueRows(Rows rows) {
    this.rows = rows;
    this.withAlpha = new byte[rows.width() * 4];
  }

  @Override
  public int width() {
    return rows.width();
  }

  @Override
  public int height() {
    return rows.height();
  }

  @Override
  public int channels() {
    return 3;
  }

  @Override
  public void read(int y, byte[] row) {
    if (rows.channels() == 3) {
      rows.read(y, row);
      return;
    }
    rows.read(y, withAlpha);
    for (int from = 0, to = 0; from < withAlpha.length; from += 4, to += 3) {
      int alpha = withAlpha[from + 3] & 0xff;
      for (int i = 0; i < 3; i++) {
        row[to + i] = (byte) (255 - ((255 - (withAlpha[from + i] & 0xff)) * alpha + 127) / 255);
      }
    }
  }
}
