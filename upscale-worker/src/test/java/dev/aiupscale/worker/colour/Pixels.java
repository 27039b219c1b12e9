package dev.aiupscale.worker.colour;

import dev.aiupscale.worker.encode.RowSource;
import java.util.function.IntUnaryOperator;

/** A picture of RGB samples by position, for tests. */
interface Pixels {
  /** 0 to 255; {@code channel} is 0 to 2. */
  int sample(int x, int y, int channel);

  /** The same picture, each sample changed. */
  default Pixels with(IntUnaryOperator change) {
    return (x, y, channel) -> Math.max(0, Math.min(255, change.applyAsInt(sample(x, y, channel))));
  }

  /** The same picture, each pixel repeated. */
  default Pixels enlarged(int scale) {
    return (x, y, channel) -> sample(x / scale, y / scale, channel);
  }

  default RowSource rows(int width, int height) {
    Pixels pixels = this;
    return new RowSource() {
      private int y;

      @Override
      public int width() {
        return width;
      }

      @Override
      public int height() {
        return height;
      }

      @Override
      public int channels() {
        return 3;
      }

      @Override
      public void next(byte[] row) {
        for (int i = 0; i < 3 * width; i++) {
          row[i] = (byte) pixels.sample(i / 3, y, i % 3);
        }
        y++;
      }
    };
  }
}
