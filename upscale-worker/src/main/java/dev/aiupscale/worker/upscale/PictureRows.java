package dev.aiupscale.worker.upscale;

import dev.aiupscale.worker.decode.Picture;
import dev.aiupscale.worker.encode.RowSource;

/** The colours of a decoded picture, row by row. */
final class PictureRows implements RowSource {
  private final Picture picture;
  private int y;

  PictureRows(Picture picture) {
    this.picture = picture;
  }

  @Override
  public int width() {
    return picture.width();
  }

  @Override
  public int height() {
    return picture.height();
  }

  @Override
  public int channels() {
    return 3;
  }

  @Override
  public void next(byte[] row) {
    picture.rgb().read(y, 1, row);
    y++;
  }
}
