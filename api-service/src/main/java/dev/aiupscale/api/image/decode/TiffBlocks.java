package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.header.ImageHeader;
import dev.aiupscale.api.image.header.Refusal;
import dev.aiupscale.api.image.header.UploadBytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Decodes the strips or tiles of a TIFF page row by row straight into the picture's samples. */
final class TiffBlocks {
  private final TiffPage page;
  private final TiffCoding coding;
  private final Deadline deadline;
  private final TiffSamples samples;

  TiffBlocks(UploadBytes file, TiffPage page, ImageHeader header, Deadline deadline) {
    this.page = page;
    this.coding = TiffCoding.of(file, page, deadline);
    this.deadline = deadline;
    boolean possible =
        page.bits() >= 1
            && page.samples() >= page.colours()
            && page.samples() <= 16
            && page.blockHeight() >= 1;
    long blocks =
        possible
            ? (long) page.blocksAcross((int) header.width())
                * page.blocksDown((int) header.height())
            : 0;
    long needed = page.planar() ? blocks * page.samples() : blocks;
    if (!possible || needed > Math.min(page.offsets().length, page.lengths().length)) {
      throw Refusal.corrupt("The TIFF file does not say where all of its picture is.");
    }
    this.samples = new TiffSamples(page, header);
  }

  Picture decode() throws IOException {
    Picture picture = samples.picture();
    int across = page.blocksAcross(picture.width());
    int blocks = across * page.blocksDown(picture.height());
    for (int block = 0; block < blocks; block++) {
      int x = block % across * page.blockWidth();
      int y = block / across * page.blockHeight();
      decodeBlock(block, blocks, x, y, Math.min(page.blockHeight(), picture.height() - y));
    }
    samples.tell();
    return picture;
  }

  /** Reads what all planes have of a block side by side, so that its pixels are whole. */
  private void decodeBlock(int block, int blocks, int x, int y, int rows) throws IOException {
    List<InputStream> planes = new ArrayList<>();
    try {
      for (int plane = 0; plane < page.planesWanted(); plane++) {
        int index = plane * blocks + block;
        int offset = Math.toIntExact(page.offsets()[index]);
        int length = Math.toIntExact(page.lengths()[index]);
        planes.add(coding.open(offset, length, rows));
      }
      byte[][] row = new byte[planes.size()][page.rowBytes()];
      for (int i = 0; i < rows; i++) {
        deadline.check();
        for (int plane = 0; plane < row.length; plane++) {
          readRow(planes.get(plane), row[plane]);
        }
        samples.copyRow(row, x, y + i);
      }
    } finally {
      for (InputStream plane : planes) {
        plane.close();
      }
    }
  }

  private void readRow(InputStream data, byte[] row) throws IOException {
    if (data.readNBytes(row, 0, row.length) < row.length) {
      throw Refusal.corrupt("The TIFF file's picture data end early.");
    }
    if (page.predicted()) {
      TiffPredictor.undo(row, page);
    }
  }
}
