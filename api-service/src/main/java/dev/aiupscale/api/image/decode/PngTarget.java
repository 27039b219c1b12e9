package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.header.ImageHeader;
import org.jspecify.annotations.Nullable;

/** The picture that a PNG's unfiltered rows become, whatever their depth. */
final class PngTarget {
  private final PngSamples samples;
  private final @Nullable DeepPicture deep;
  private final Picture picture;
  private final short[] wide;

  PngTarget(PngSamples samples, ImageHeader header) {
    int width = (int) header.width();
    this.samples = samples;
    this.deep = samples.deep() ? new DeepPicture(header, samples.model()) : null;
    this.picture =
        deep == null ? new Picture(width, (int) header.height(), samples.model()) : deep.picture();
    this.wide = new short[deep == null ? 0 : width * samples.model().channels()];
  }

  Picture picture() {
    return picture;
  }

  /**
   * @param x where the row's first pixel belongs; the others follow in steps of {@code stepX}
   */
  void put(byte[] row, int pixels, int x, int y, int stepX) {
    if (deep != null) {
      samples.widen(row, pixels, wide);
      deep.put(wide, pixels, x, y, stepX);
      return;
    }
    for (int i = 0; i < pixels; i++) {
      samples.expand(row, i, picture.samples(), picture.at(x + i * stepX, y));
    }
  }
}
