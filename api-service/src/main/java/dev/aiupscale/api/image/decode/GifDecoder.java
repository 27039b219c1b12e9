package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.colour.Model;
import dev.aiupscale.api.image.header.GifBlocks;
import dev.aiupscale.api.image.header.ImageHeader;
import dev.aiupscale.api.image.header.UploadBytes;

/** Decodes a GIF's first frame onto its canvas, which is see-through where no frame is. */
final class GifDecoder implements Decoder {
  /** First rows and steps of the four sets of an interlaced frame. */
  private static final int[][] INTERLACE = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};

  private static final int[][] PLAIN = {{0, 1}};

  @Override
  public Picture decode(UploadBytes file, ImageHeader header, Deadline deadline) {
    GifBlocks blocks = GifBlocks.scan(file);
    int frame = blocks.firstFrame();
    int left = file.u16le(frame + 1);
    int top = file.u16le(frame + 3);
    int width = file.u16le(frame + 5);
    int height = file.u16le(frame + 7);
    int flags = file.u8(frame + 9);
    int local = (flags & 0x80) != 0 ? 2 << (flags & 7) : 0;
    Palette palette =
        new Palette(
            local > 0
                ? file.copy(frame + 10, 3 * local)
                : file.copy(13, 3 * blocks.globalColours()));
    boolean covered = width == blocks.width() && height == blocks.height();
    boolean alpha = !covered || blocks.transparentIndex() >= 0;
    Picture picture = new Picture(blocks.width(), blocks.height(), alpha ? Model.RGBA : Model.RGB);

    GifLzw lzw = new GifLzw(file, frame + 10 + 3 * local);
    byte[] row = new byte[width];
    for (int[] rows : (flags & 0x40) != 0 ? INTERLACE : PLAIN) {
      for (int y = rows[0]; y < height; y += rows[1]) {
        deadline.check();
        lzw.read(row);
        paint(row, palette, blocks.transparentIndex(), picture, picture.at(left, top + y));
      }
    }
    palette.tell(picture);
    return picture;
  }

  private static void paint(
      byte[] row, Palette palette, int transparent, Picture picture, int start) {
    byte[] samples = picture.samples();
    int channels = picture.model().channels();
    int at = start;
    for (byte value : row) {
      int index = value & 0xff;
      palette.paint(index, samples, at);
      if (channels == 4) {
        samples[at + 3] = (byte) (index == transparent ? 0 : 255);
      }
      at += channels;
    }
  }
}
