package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.colour.Model;
import dev.aiupscale.api.image.header.ImageHeader;
import dev.aiupscale.api.image.header.Refusal;
import dev.aiupscale.api.image.header.TiffDirectory;
import dev.aiupscale.api.image.header.UploadBytes;
import java.io.IOException;
import java.io.InputStream;

/**
 * Decodes a TIFF's YCbCr that is not JPEG (TIFF 6.0, section 21): units of some luma samples and
 * one of each chroma, which serve for all of the unit's pixels.
 */
final class TiffYcc {
  private static final int SUBSAMPLING = 0x0212;

  private final TiffPage page;
  private final TiffCoding coding;
  private final Deadline deadline;
  private final Picture picture;
  private final TiffYccColours colours;
  private final int unitWidth;
  private final int unitHeight;

  TiffYcc(UploadBytes file, TiffPage page, ImageHeader header, Deadline deadline) {
    TiffDirectory tags = TiffDirectory.first(file.slice(0, file.size()));
    long[] sampling = tags.numbers(SUBSAMPLING);
    this.page = page;
    this.coding = TiffCoding.of(file, page, deadline);
    this.deadline = deadline;
    this.colours = TiffYccColours.of(tags);
    this.unitWidth = sampling.length < 2 ? 2 : (int) sampling[0];
    this.unitHeight = sampling.length < 2 ? 2 : (int) sampling[1];
    if (page.bits() != 8 || page.samples() != 3 || page.predicted()) {
      throw Refusal.unsupported("The file is a TIFF with YCbCr of a kind that few programs read.");
    }
    boolean possible = isPossible(unitWidth) && isPossible(unitHeight) && page.blockHeight() >= 1;
    long blocks =
        possible
            ? (long) page.blocksAcross((int) header.width())
                * page.blocksDown((int) header.height())
            : Long.MAX_VALUE;
    if (blocks > Math.min(page.offsets().length, page.lengths().length)) {
      throw Refusal.corrupt("The TIFF file does not say where all of its picture is.");
    }
    this.picture = new Picture((int) header.width(), (int) header.height(), Model.RGB);
  }

  private static boolean isPossible(int side) {
    return side == 1 || side == 2 || side == 4;
  }

  Picture decode() throws IOException {
    int across = page.blocksAcross(picture.width());
    int blocks = across * page.blocksDown(picture.height());
    for (int block = 0; block < blocks; block++) {
      int offset = Math.toIntExact(page.offsets()[block]);
      int length = Math.toIntExact(page.lengths()[block]);
      int top = block / across * page.blockHeight();
      int rows = Math.min(page.blockHeight(), picture.height() - top);
      try (InputStream data = coding.open(offset, length, rows)) {
        decodeBlock(data, block % across * page.blockWidth(), top, rows);
      }
    }
    return picture;
  }

  private void decodeBlock(InputStream data, int left, int top, int rows) throws IOException {
    int units = (page.blockWidth() + unitWidth - 1) / unitWidth;
    byte[] row = new byte[units * (unitWidth * unitHeight + 2)];
    for (int y = 0; y < rows; y += unitHeight) {
      deadline.check();
      if (data.readNBytes(row, 0, row.length) < row.length) {
        throw Refusal.corrupt("The TIFF file's picture data end early.");
      }
      for (int i = 0; i < Math.min(unitHeight, rows - y); i++) {
        paint(row, i, left, top + y + i);
      }
    }
  }

  /**
   * @param row of units
   * @param line of the units' luma samples
   */
  private void paint(byte[] row, int line, int left, int y) {
    int lumas = unitWidth * unitHeight;
    int pixels = Math.min(page.blockWidth(), picture.width() - left);
    int at = picture.at(left, y);
    for (int x = 0; x < pixels; x++, at += 3) {
      int unit = x / unitWidth * (lumas + 2);
      colours.toRgb(
          row[unit + line * unitWidth + x % unitWidth] & 0xff,
          row[unit + lumas] & 0xff,
          row[unit + lumas + 1] & 0xff,
          picture.samples(),
          at);
    }
  }
}
