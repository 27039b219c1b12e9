package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.header.ImageHeader;
import dev.aiupscale.api.image.header.PngChunks;
import dev.aiupscale.api.image.header.Refusal;
import dev.aiupscale.api.image.header.UploadBytes;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;

/**
 * Decodes PNG row by row straight into the picture's samples, so that interlaced and 16 bit files
 * take no more memory than the picture itself. Of an animation it is the default image.
 */
final class PngDecoder implements Decoder {
  private static final int BUFFER = 1 << 16;
  private static final int INTERLACE_FLAG = 12;

  /** Offsets and steps of a set of pixels that is stored as a picture of its own. */
  private record Pass(int x, int y, int stepX, int stepY) {}

  private static final Pass[] WHOLE = {new Pass(0, 0, 1, 1)};
  private static final Pass[] ADAM7 = {
    new Pass(0, 0, 8, 8),
    new Pass(4, 0, 8, 8),
    new Pass(0, 4, 4, 8),
    new Pass(2, 0, 4, 4),
    new Pass(0, 2, 2, 4),
    new Pass(1, 0, 2, 2),
    new Pass(0, 1, 1, 2)
  };

  @Override
  public Picture decode(UploadBytes file, ImageHeader header, Deadline deadline)
      throws IOException {
    PngChunks chunks = PngChunks.scan(file);
    if (chunks.find("IEND") == null) {
      throw Refusal.corrupt("The PNG file ends before its picture does.");
    }
    PngSamples samples = new PngSamples(file, chunks);
    PngTarget target = new PngTarget(samples, header);
    boolean interlaced = file.u8(chunks.chunks().get(0).at() + INTERLACE_FLAG) != 0;
    try (InputStream data =
        new InflaterInputStream(
            new IdatStream(file, chunks), new java.util.zip.Inflater(), BUFFER)) {
      for (Pass pass : interlaced ? ADAM7 : WHOLE) {
        decodePass(data, pass, samples, target, deadline);
      }
      requireEnd(data);
    }
    samples.palette().tell(target.picture());
    return target.picture();
  }

  private static void decodePass(
      InputStream data, Pass pass, PngSamples samples, PngTarget target, Deadline deadline)
      throws IOException {
    Picture picture = target.picture();
    int width = (picture.width() - pass.x + pass.stepX - 1) / pass.stepX;
    if (width <= 0) {
      return;
    }
    int length = samples.rowBytes(width);
    byte[] row = new byte[length];
    byte[] above = new byte[length];
    for (int y = pass.y; y < picture.height(); y += pass.stepY) {
      deadline.check();
      int filter = data.read();
      if (filter < 0 || data.readNBytes(row, 0, length) < length) {
        throw new EOFException("PNG data end early");
      }
      PngFilters.undo(filter, row, above, samples.filterDistance(), length);
      target.put(row, width, pass.x, y, pass.stepX);
      byte[] swap = above;
      above = row;
      row = swap;
    }
  }

  /** Reading the end makes the inflater check its own checksum; more rows are no harm. */
  private static void requireEnd(InputStream data) throws IOException {
    data.read();
  }
}
