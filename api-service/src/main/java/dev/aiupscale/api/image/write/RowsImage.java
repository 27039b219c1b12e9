package dev.aiupscale.api.image.write;

import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.util.Vector;

/** RGB rows as an image of one tile, for writers that go over it a row at a time. */
final class RowsImage implements RenderedImage {
  private final Rows rows;
  private final ColorModel colours =
      new ComponentColorModel(
          ColorSpace.getInstance(ColorSpace.CS_sRGB),
          false,
          false,
          ColorModel.OPAQUE,
          DataBuffer.TYPE_BYTE);
  private final RowsTile tile;

  RowsImage(Rows rows) {
    this.rows = rows;
    this.tile = new RowsTile(rows, colours.createCompatibleSampleModel(1, 1));
  }

  @Override
  public Raster getTile(int tileX, int tileY) {
    return tile;
  }

  @Override
  public Raster getData() {
    return tile;
  }

  @Override
  public Raster getData(Rectangle rect) {
    return tile.createChild(rect.x, rect.y, rect.width, rect.height, rect.x, rect.y, null);
  }

  @Override
  public WritableRaster copyData(WritableRaster raster) {
    throw new UnsupportedOperationException("the picture is never held as a whole");
  }

  @Override
  public Vector<RenderedImage> getSources() {
    return new Vector<>();
  }

  @Override
  public Object getProperty(String name) {
    return java.awt.Image.UndefinedProperty;
  }

  @Override
  public String[] getPropertyNames() {
    return new String[0];
  }

  @Override
  public ColorModel getColorModel() {
    return colours;
  }

  @Override
  public SampleModel getSampleModel() {
    return tile.getSampleModel();
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
  public int getTileWidth() {
    return rows.width();
  }

  @Override
  public int getTileHeight() {
    return rows.height();
  }

  @Override
  public int getTileGridXOffset() {
    return 0;
  }

  @Override
  public int getTileGridYOffset() {
    return 0;
  }
}
