package dev.aiupscale.worker.encode;

import java.awt.Image;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.util.Vector;

/**
 * RGB rows in the guise of an image of one tile, for writers that pull an image's rows in order and
 * would copy an image of several tiles whole.
 */
final class RowsImage implements RenderedImage {
  private static final int[] RGB = {0, 1, 2};

  private final RowSource rows;
  private final ColorModel colours =
      new ComponentColorModel(
          ColorSpace.getInstance(ColorSpace.CS_sRGB),
          false,
          false,
          ColorModel.OPAQUE,
          DataBuffer.TYPE_BYTE);

  RowsImage(RowSource rows) {
    if (rows.channels() != 3) {
      throw new IllegalArgumentException("RGB alone, not " + rows.channels() + " channels");
    }
    this.rows = rows;
  }

  @Override
  public SampleModel getSampleModel() {
    int stride = 3 * rows.width();
    return new PixelInterleavedSampleModel(
        DataBuffer.TYPE_BYTE, rows.width(), rows.height(), 3, stride, RGB);
  }

  @Override
  public Raster getTile(int tileX, int tileY) {
    return new PulledRaster(rows, getSampleModel());
  }

  @Override
  public Raster getData() {
    return getTile(0, 0);
  }

  @Override
  public Raster getData(Rectangle area) {
    throw new UnsupportedOperationException("rows are pulled in order, not by area");
  }

  @Override
  public WritableRaster copyData(WritableRaster raster) {
    throw new UnsupportedOperationException("rows are pulled in order, not as a whole");
  }

  @Override
  public ColorModel getColorModel() {
    return colours;
  }

  @Override
  public int getWidth() {
    return rows.width();
  }

  @Override
  public int getHeight() {
    return rows.height();
  }

  @Override
  public int getTileWidth() {
    return rows.width();
  }

  @Override
  public int getTileHeight() {
    return rows.height();
  }

  @Override
  public int getMinX() {
    return 0;
  }

  @Override
  public int getMinY() {
    return 0;
  }

  @Override
  public int getNumXTiles() {
    return 1;
  }

  @Override
  public int getNumYTiles() {
    return 1;
  }

  @Override
  public int getMinTileX() {
    return 0;
  }

  @Override
  public int getMinTileY() {
    return 0;
  }

  @Override
  public int getTileGridXOffset() {
    return 0;
  }

  @Override
  public int getTileGridYOffset() {
    return 0;
  }

  @Override
  @SuppressWarnings("JdkObsolete") // the interface's own type
  public Vector<RenderedImage> getSources() {
    return new Vector<>();
  }

  @Override
  public Object getProperty(String name) {
    return Image.UndefinedProperty;
  }

  @Override
  public String[] getPropertyNames() {
    return new String[0];
  }

  /** A raster without pixels of its own: each child that is asked for is the next row. */
  private static final class PulledRaster extends Raster {
    private final RowSource rows;
    private final byte[] row;
    private int next;

    PulledRaster(RowSource rows, SampleModel model) {
      // Without a buffer of its own it would allocate one for the whole picture.
      super(model, new DataBufferByte(1), new Point(0, 0));
      this.rows = rows;
      this.row = new byte[3 * rows.width()];
    }

    @Override
    public Raster createChild(
        int x, int y, int width, int height, int newX, int newY, int[] bands) {
      if (x != 0 || y != next || height != 1 || width != rows.width()) {
        throw new IllegalStateException("row " + next + " is due, not " + height + " from " + y);
      }
      next++;
      rows.next(row);
      return Raster.createInterleavedRaster(
          new DataBufferByte(row, row.length), width, 1, 3 * width, 3, RGB, new Point(newX, newY));
    }
  }
}
