package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.header.ImageHeader;
import dev.aiupscale.api.image.header.Refusal;
import dev.aiupscale.api.image.header.UploadBytes;
import java.io.IOException;
import java.io.InputStream;

/** Decodes the strips or tiles of a TIFF page row by row straight into the picture's samples. */
final class TiffBlocks {
  private final UploadBytes file;
  private final TiffPage page;
  private final Deadline deadline;
  private final Picture picture;
  private final TiffSamples samples;

  TiffBlocks(UploadBytes file, TiffPage page, ImageHeader header, Deadline deadline) {
    this.file = file;
    this.page = page;
    this.deadline = deadline;
    int width = (int) header.width();
    int height = (int) header.height();
    boolean possible =
        page.bits() >= 1
            && page.samples() >= page.colours()
            && page.samples() <= 16
            && page.blockHeight() >= 1;
    long blocks = possible ? (long) page.blocksAcross(width) * page.blocksDown(height) : 0;
    long needed = page.planar() ? blocks * page.samples() : blocks;
    if (!possible || needed > Math.min(page.offsets().length, page.lengths().length)) {
      throw Refusal.corrupt("The TIFF file does not say where all of its picture is.");
    }
    this.picture = new Picture(width, height, page.model());
    this.samples = new TiffSamples(page, picture);
  }

  Picture decode() throws IOException {
    int across = page.blocksAcross(picture.width());
    int down = page.blocksDown(picture.height());
    int planes = page.planar() ? Math.min(page.samples(), picture.model().channels()) : 1;
    for (int plane = 0; plane < planes; plane++) {
      for (int block = 0; block < across * down; block++) {
        int x = block % across * page.blockWidth();
        int y = block / across * page.blockHeight();
        decodeBlock(plane * across * down + block, plane, x, y);
      }
    }
    samples.divideByAlpha();
    return picture;
  }

  private void decodeBlock(int index, int plane, int x, int y) throws IOException {
    int offset = Math.toIntExact(page.offsets()[index]);
    int length = Math.toIntExact(page.lengths()[index]);
    int rows = Math.min(page.blockHeight(), picture.height() - y);
    byte[] row = new byte[page.rowBytes()];
    try (InputStream data = TiffCoding.open(page.compression(), file, offset, length)) {
      for (int i = 0; i < rows; i++) {
        deadline.check();
        if (data.readNBytes(row, 0, row.length) < row.length) {
          throw Refusal.corrupt("The TIFF file's picture data end early.");
        }
        if (page.predicted()) {
          TiffPredictor.undo(row, page);
        }
        samples.copyRow(row, plane, x, y + i);
      }
    }
  }
}
