package dev.aiupscale.benchmarks.picture;

import dev.aiupscale.worker.encode.RowSource;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** Feeds a picture in memory to the worker's encoders, row by row. */
public final class ImageRows implements RowSource {
  private final int width;
  private final int height;
  private final byte[] bgr;
  private int next;

  /**
   * @param image of {@code TYPE_3BYTE_BGR}
   */
  public ImageRows(BufferedImage image) {
    this.width = image.getWidth();
    this.height = image.getHeight();
    this.bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
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
    return 3;
  }

  @Override
  public void next(byte[] row) {
    int from = 3 * width * next++;
    for (int i = 0; i < 3 * width; i += 3) {
      row[i] = bgr[from + i + 2];
      row[i + 1] = bgr[from + i + 1];
      row[i + 2] = bgr[from + i];
    }
  }
}
