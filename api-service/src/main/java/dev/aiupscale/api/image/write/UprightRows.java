package dev.aiupscale.api.image.write;

import dev.aiupscale.api.image.colour.Model;
import dev.aiupscale.api.image.decode.Picture;

/**
 * A picture turned upright while it is read, so that no second copy is needed.
 *
 * <p>An EXIF orientation says where the stored first row and first column stand in the upright
 * picture; from 5 on rows and columns change places.
 */
public final class UprightRows implements Rows {
  private final Picture picture;
  private final boolean swapped;
  private final boolean fromRight;
  private final boolean fromBottom;

  /**
   * @param orientation 1 to 8, as EXIF counts
   */
  public UprightRows(Picture picture, int orientation) {
    this.picture = picture;
    this.swapped = orientation >= 5;
    // Whether the stored x, and the stored y, run against the upright picture's axes.
    this.fromRight =
        switch (orientation) {
          case 2, 3, 7, 8 -> true;
          default -> false;
        };
    this.fromBottom =
        switch (orientation) {
          case 3, 4, 6, 7 -> true;
          default -> false;
        };
  }

  @Override
  public int width() {
    return swapped ? picture.height() : picture.width();
  }

  @Override
  public int height() {
    return swapped ? picture.width() : picture.height();
  }

  @Override
  public int channels() {
    return picture.model().hasAlpha() ? 4 : 3;
  }

  @Override
  public void read(int y, byte[] row) {
    Model model = picture.model();
    int storedX = fromRight ? picture.width() - 1 : 0;
    int storedY = fromBottom ? picture.height() - 1 : 0;
    int stepX = fromRight ? -1 : 1;
    int stepY = fromBottom ? -1 : 1;
    int at =
        swapped
            ? picture.at(storedX + stepX * y, storedY)
            : picture.at(storedX, storedY + stepY * y);
    int step = model.channels() * (swapped ? stepY * picture.width() : stepX);
    if (step == 3 && channels() == 3) {
      System.arraycopy(picture.samples(), at, row, 0, 3 * width());
      return;
    }
    copy(row, at, step, model);
  }

  private void copy(byte[] row, int start, int step, Model model) {
    byte[] samples = picture.samples();
    int green = model.colours() == 1 ? 0 : 1;
    int blue = 2 * green;
    int channels = channels();
    int end = width() * channels;
    int at = start;
    for (int to = 0; to < end; to += channels, at += step) {
      row[to] = samples[at];
      row[to + 1] = samples[at + green];
      row[to + 2] = samples[at + blue];
      if (channels == 4) {
        row[to + 3] = samples[at + model.colours()];
      }
    }
  }
}
