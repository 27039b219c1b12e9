package dev.aiupscale.worker.encode;

/** Rows whose samples follow from their position, for tests. */
final class MadeRows implements RowSource {
  private final int width;
  private final int height;
  private final int channels;
  private int y;

  MadeRows(int width, int height, int channels) {
    this.width = width;
    this.height = height;
    this.channels = channels;
  }

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
    return channels;
  }

  static int sample(int x, int y, int channel) {
    int smooth = x * (2 + channel) / 3 + y * (3 - channel) / 2;
    int rough = (x * 31 + y * 17 + channel * 7) * 0x9E3779B1 >>> 29;
    return (smooth + rough) & 0xff;
  }

  @Override
  public void next(byte[] row) {
    for (int i = 0; i < width * channels; i++) {
      row[i] = (byte) sample(i / channels, y, i % channels);
    }
    y++;
  }
}
