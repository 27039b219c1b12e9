package dev.aiupscale.worker.decode;

import ar.com.hjg.pngj.ImageInfo;
import ar.com.hjg.pngj.ImageLineByte;
import ar.com.hjg.pngj.PngReaderByte;
import java.io.IOException;
import java.nio.file.Path;

/** Decodes PNG row by row, colours and alpha apart. */
final class PngPicture {
  private static final byte OPAQUE = (byte) 255;

  private final PngReaderByte reader;
  private final ImageInfo header;

  private PngPicture(PngReaderByte reader) {
    this.reader = reader;
    this.header = reader.imgInfo;
  }

  static Picture read(Path file) throws IOException {
    PngReaderByte reader = new PngReaderByte(file.toFile());
    try {
      return new PngPicture(reader).read(file, reader.imgInfo.alpha);
    } finally {
      reader.close();
    }
  }

  private Picture read(Path file, boolean alpha) throws IOException {
    if (header.bitDepth != 8 || header.channels < 3) {
      throw new IOException("not 8 bit RGB or RGBA: " + header);
    }
    PlaneFile rgb = PlaneFile.create(PictureReader.beside(file, "rgb"), header.cols * 3);
    Picture picture =
        new Picture(
            header.cols,
            header.rows,
            rgb,
            alpha ? PlaneFile.create(PictureReader.beside(file, "alpha"), header.cols) : null);
    boolean read = false;
    try {
      PlaneFile opacity = picture.alpha();
      boolean translucent = opacity != null && readTranslucent(rgb, opacity);
      if (opacity == null) {
        readOpaque(rgb);
      }
      reader.end();
      read = true;
      return opacity == null || translucent ? picture : withoutAlpha(picture, opacity);
    } finally {
      if (!read) {
        picture.close();
      }
    }
  }

  private void readOpaque(PlaneFile rgb) {
    for (int y = 0; y < header.rows; y++) {
      rgb.write(y, row(y));
    }
  }

  private boolean readTranslucent(PlaneFile rgb, PlaneFile alpha) {
    byte[] colours = new byte[header.cols * 3];
    byte[] opacities = new byte[header.cols];
    boolean translucent = false;
    for (int y = 0; y < header.rows; y++) {
      byte[] rgba = row(y);
      for (int x = 0; x < header.cols; x++) {
        colours[x * 3] = rgba[x * 4];
        colours[x * 3 + 1] = rgba[x * 4 + 1];
        colours[x * 3 + 2] = rgba[x * 4 + 2];
        opacities[x] = rgba[x * 4 + 3];
        translucent |= opacities[x] != OPAQUE;
      }
      rgb.write(y, colours);
      alpha.write(y, opacities);
    }
    return translucent;
  }

  private byte[] row(int y) {
    return ((ImageLineByte) reader.readRow(y)).getScanline();
  }

  private static Picture withoutAlpha(Picture picture, PlaneFile alpha) {
    alpha.close();
    return new Picture(picture.width(), picture.height(), picture.rgb(), null);
  }
}
