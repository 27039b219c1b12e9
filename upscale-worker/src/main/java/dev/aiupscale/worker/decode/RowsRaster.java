package dev.aiupscale.worker.decode;

import java.awt.Point;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;

/** A raster without pixels of its own: each row that a reader puts into it goes to a file. */
final class RowsRaster extends WritableRaster {
  private final PlaneFile rgb;
  private final byte[] samples;
  private final byte[] row;

  /**
   * @param model of 3 bands, or of 1 that is grey
   */
  RowsRaster(SampleModel model, PlaneFile rgb) {
    // Without a buffer of its own it would allocate one for the whole picture.
    super(model, new DataBufferByte(1), new Point(0, 0));
    this.rgb = rgb;
    this.samples = new byte[model.getWidth() * model.getNumBands()];
    this.row = new byte[model.getWidth() * 3];
  }

  @Override
  public void setRect(int x, int y, Raster source) {
    if (x != 0 || source.getWidth() != getWidth() || source.getHeight() != 1) {
      throw new IllegalStateException("whole rows are due, not " + source + " at " + x);
    }
    source.getDataElements(source.getMinX(), source.getMinY(), getWidth(), 1, samples);
    rgb.write(y, getNumBands() == 3 ? samples : replicated());
  }

  /** The samples themselves: Java's colour conversion would take grey for linear light. */
  private byte[] replicated() {
    for (int i = 0; i < samples.length; i++) {
      row[3 * i] = samples[i];
      row[3 * i + 1] = samples[i];
      row[3 * i + 2] = samples[i];
    }
    return row;
  }
}
