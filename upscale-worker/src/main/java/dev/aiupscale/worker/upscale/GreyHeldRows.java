package dev.aiupscale.worker.upscale;

import dev.aiupscale.worker.decode.Picture;
import dev.aiupscale.worker.encode.RowSource;
import java.util.Arrays;

/** The result of a picture without any colour, freed from those that a network draws into it. */
final class GreyHeldRows extends DerivedRows {
  private final byte[] greys;

  GreyHeldRows(RowSource rgb) {
    super(rgb, 3);
    this.greys = new byte[rgb.width()];
  }

  @Override
  void derive(byte[] rgb, byte[] row) {
    GreyRows.mean(rgb, greys.length, greys, 0);
    for (int x = 0; x < greys.length; x++) {
      Arrays.fill(row, 3 * x, 3 * x + 3, greys[x]);
    }
  }

  /** Whether red, green and blue are equal in each pixel; one that differs ends the look. */
  static boolean isGrey(Picture picture) {
    byte[] row = new byte[3 * picture.width()];
    for (int y = 0; y < picture.height(); y++) {
      picture.rgb().read(y, 1, row);
      for (int i = 0; i < row.length; i += 3) {
        if (row[i] != row[i + 1] || row[i] != row[i + 2]) {
          return false;
        }
      }
    }
    return true;
  }
}
