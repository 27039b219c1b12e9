package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.tile.Mirror;
import dev.aiupscale.common.tile.Span;
import dev.aiupscale.common.tile.Tile;
import dev.aiupscale.common.tile.TileGrid;
import dev.aiupscale.worker.decode.PlaneFile;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The samples of a picture as tiles see them: continued beyond its border by mirroring, and one
 * channel shown to the network as grey. In memory are the rows of one row of tiles.
 */
final class Plane {
  /** No colour: the tile has more than one. */
  static final int MIXED = -1;

  private final int width;
  private final int height;
  private final int channels;
  private final PlaneFile samples;
  private byte[] window = new byte[0];
  private int top;
  private int bottom;

  /**
   * @param channels 1 or 3, packed
   */
  Plane(int width, int height, int channels, PlaneFile samples) {
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
    show(tile.y(), grid);
    int left = Math.max(0, tile.x().readStart());
    int right = Math.min(width, tile.x().readStart() + grid.columns().tileLength());
    int first = left * channels;
    int length = (right - left) * channels;
    for (int i = first + channels; i < first + length; i++) {
      if (window[i] != window[i - channels]) {
        return MIXED;
      }
    }
    for (int y = 1; y < bottom - top; y++) {
      int row = (y * width + left) * channels;
      if (!Arrays.equals(window, first, first + length, window, row, row + length)) {
        return MIXED;
      }
    }
    return (sample(first, 0) << 16) | (sample(first, 1) << 8) | sample(first, 2);
  }

  /** Fills {@code tensor} with what a tile sees, {@code [H, W, 3]}. */
  void copy(Tile tile, TileGrid grid, ByteBuffer tensor) {
    show(tile.y(), grid);
    int tileWidth = grid.columns().tileLength();
    Mirror vertical = new Mirror(height);
    Mirror horizontal = new Mirror(width);
    for (int y = 0; y < grid.rows().tileLength(); y++) {
      int row = (vertical.at(tile.y().readStart() + y) - top) * width;
      copyRow(row, tile.x().readStart(), horizontal, tensor, y * tileWidth, tileWidth);
    }
  }

  private void copyRow(
      int row, int start, Mirror horizontal, ByteBuffer tensor, int to, int tileWidth) {
    int insideFrom = Math.max(0, -start);
    int insideTo = Math.min(tileWidth, width - start);
    for (int x = 0; x < tileWidth; x++) {
      if (x == insideFrom && channels == 3) {
        int pixels = insideTo - insideFrom;
        tensor.put((to + x) * 3, window, (row + start + x) * 3, pixels * 3);
        x = insideTo - 1;
      } else {
        int from = (row + horizontal.at(start + x)) * channels;
        for (int channel = 0; channel < 3; channel++) {
          tensor.put((to + x) * 3 + channel, (byte) sample(from, channel));
        }
      }
    }
  }

  /** Reads the rows that a row of tiles sees, the mirrored ones of which are among them. */
  private void show(Span y, TileGrid grid) {
    int from = Math.max(0, y.readStart());
    int to = Math.min(height, y.readStart() + grid.rows().tileLength());
    if (from != top || to != bottom) {
      int bytes = Math.multiplyExact(to - from, width * channels);
      if (window.length < bytes) {
        window = new byte[bytes];
      }
      samples.read(from, to - from, window);
      top = from;
      bottom = to;
    }
  }

  private int sample(int pixelStart, int channel) {
    return window[pixelStart + (channels == 3 ? channel : 0)] & 0xff;
  }
}
