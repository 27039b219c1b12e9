package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.tile.Mirror;
import dev.aiupscale.common.tile.Span;
import dev.aiupscale.common.tile.Tile;
import dev.aiupscale.common.tile.TileGrid;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The samples of a picture as tiles see them: continued beyond its border by mirroring, and one
 * channel shown to the network as grey.
 */
final class Plane {
  /** No colour: the tile has more than one. */
  static final int MIXED = -1;

  private final int width;
  private final int height;
  private final int channels;
  private final byte[] samples;

  /**
   * @param channels 1 or 3, packed
   */
  Plane(int width, int height, int channels, byte[] samples) {
    this.width = width;
    this.height = height;
    this.channels = channels;
    this.samples = samples;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int channels() {
    return channels;
  }

  /** The one colour of all that a tile sees, as 0xRRGGBB, or {@link #MIXED}. */
  int colour(Tile tile, TileGrid grid) {
    int left = Math.max(0, tile.x().readStart());
    int right = Math.min(width, tile.x().readStart() + grid.columns().tileLength());
    int top = Math.max(0, tile.y().readStart());
    int bottom = Math.min(height, tile.y().readStart() + grid.rows().tileLength());
    int first = (top * width + left) * channels;
    int length = (right - left) * channels;
    for (int i = first + channels; i < first + length; i++) {
      if (samples[i] != samples[i - channels]) {
        return MIXED;
      }
    }
    for (int y = top + 1; y < bottom; y++) {
      int row = (y * width + left) * channels;
      if (!Arrays.equals(samples, first, first + length, samples, row, row + length)) {
        return MIXED;
      }
    }
    return (sample(first, 0) << 16) | (sample(first, 1) << 8) | sample(first, 2);
  }

  /** Fills {@code tensor} with what a tile sees, {@code [H, W, 3]}. */
  void copy(Tile tile, TileGrid grid, ByteBuffer tensor) {
    int tileWidth = grid.columns().tileLength();
    byte[] row = new byte[tileWidth * 3];
    Mirror vertical = new Mirror(height);
    tensor.clear();
    for (int y = 0; y < grid.rows().tileLength(); y++) {
      copyRow(vertical.at(tile.y().readStart() + y), tile.x(), tileWidth, row);
      tensor.put(row);
    }
    tensor.flip();
  }

  private void copyRow(int y, Span span, int tileWidth, byte[] row) {
    Mirror horizontal = new Mirror(width);
    int start = span.readStart();
    int insideFrom = Math.max(0, -start);
    int insideTo = Math.min(tileWidth, width - start);
    for (int x = 0; x < tileWidth; x++) {
      if (x == insideFrom && channels == 3) {
        int from = (y * width + start + x) * 3;
        System.arraycopy(samples, from, row, x * 3, (insideTo - insideFrom) * 3);
        x = insideTo - 1;
      } else {
        int from = (y * width + horizontal.at(start + x)) * channels;
        for (int channel = 0; channel < 3; channel++) {
          row[x * 3 + channel] = (byte) sample(from, channel);
        }
      }
    }
  }

  private int sample(int pixelStart, int channel) {
    return samples[pixelStart + (channels == 3 ? channel : 0)] & 0xff;
  }
}
