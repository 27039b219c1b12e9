package dev.aiupscale.api.image.header;

import dev.aiupscale.api.image.header.ImageHeader.ColourFacts;
import dev.aiupscale.common.image.BasicMetadata;
import java.io.ByteArrayOutputStream;
import java.util.Set;

/**
 * Where things stand in a GIF file.
 *
 * @param width of the canvas, or of the first frame where that reaches farther
 * @param globalPalette position of the global palette, or -1
 * @param firstFrame position of the first frame's descriptor
 * @param profile position of the sub-blocks that a colour profile is cut into, or -1
 * @param xmp position of an XMP packet, or -1
 * @param transparentIndex palette index of the first frame that is see-through, or -1
 */
public record GifBlocks(
    int width,
    int height,
    int globalPalette,
    int globalColours,
    int firstFrame,
    int profile,
    int xmp,
    int transparentIndex,
    Frames frames,
    boolean comments) {
  private static final String PROFILE = "ICCRGBG1012";
  private static final String XMP = "XMP DataXMP";
  private static final int TRAILER = 0x3b;
  private static final Set<String> ANIMATION = Set.of("NETSCAPE2.0", "ANIMEXTS1.0");
  private static final int APPLICATION_LENGTH = 11;

  /** Walks over all blocks; a file that ends early counts as far as it goes. */
  public static GifBlocks scan(UploadBytes file) {
    return new Scan(file).run();
  }

  /** What the embedded profile says, if there is one. */
  ColourFacts colour(UploadBytes file) {
    if (profile < 0) {
      return ColourFacts.NONE;
    }
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    int at = profile;
    while (file.u8(at) != 0 && joined.size() <= ColourFacts.MAX_ICC_BYTES) {
      joined.writeBytes(file.copy(at + 1, file.u8(at)));
      at += 1 + file.u8(at);
    }
    return ColourFacts.icc(joined.toByteArray());
  }

  /**
   * Copyright and the like. The packet stands as it is, not in sub-blocks; a tail makes it look to
   * readers of GIF as if it did (XMP specification, part 3).
   */
  BasicMetadata metadata(UploadBytes file) {
    return xmp < 0
        ? BasicMetadata.NONE
        : Xmp.read(file.copy(xmp, Math.min(Xmp.MOST_BYTES, file.size() - xmp)));
  }

  private static final class Scan {
    private final UploadBytes file;
    private int firstFrame = -1;
    private int profile = -1;
    private int xmp = -1;
    private int transparentIndex = -1;
    private int frames;
    private boolean comments;

    Scan(UploadBytes file) {
      this.file = file;
    }

    GifBlocks run() {
      int flags = file.u8(10);
      int colours = (flags & 0x80) != 0 ? 2 << (flags & 7) : 0;
      int at = 13 + 3 * colours;
      while (at < file.size() && (file.u8(at) == 0x21 || file.u8(at) == 0x2c)) {
        at = file.u8(at) == 0x21 ? extension(at) : frame(at);
      }
      if (firstFrame < 0) {
        throw Refusal.corrupt("The GIF file has no picture in it.");
      }
      // Nothing declares how many frames there are: without a trailer there may have been more.
      boolean ended = at < file.size() && file.u8(at) == TRAILER;
      int right = file.u16le(firstFrame + 1) + file.u16le(firstFrame + 5);
      int bottom = file.u16le(firstFrame + 3) + file.u16le(firstFrame + 7);
      return new GifBlocks(
          Math.max(file.u16le(6), right),
          Math.max(file.u16le(8), bottom),
          colours > 0 ? 13 : -1,
          colours,
          firstFrame,
          profile,
          xmp,
          transparentIndex,
          new Frames(frames, ended || frames == 1),
          comments);
    }

    private int extension(int at) {
      if (at + 8 > file.size()) {
        return file.size();
      }
      int label = file.u8(at + 1);
      comments |= label == 0xfe || label == 0x01;
      if (label == 0xff) {
        application(at + 3);
      }
      if (label == 0xf9 && firstFrame < 0) {
        transparentIndex = (file.u8(at + 3) & 1) != 0 ? file.u8(at + 6) : -1;
      }
      return skipSubBlocks(at + 2);
    }

    private void application(int at) {
      int behind = at + APPLICATION_LENGTH;
      String name = behind < file.size() ? file.ascii(at, APPLICATION_LENGTH) : "";
      if (name.equals(PROFILE) && profile < 0) {
        profile = behind;
      } else {
        xmp = name.equals(XMP) && xmp < 0 ? behind : xmp;
        comments |= !ANIMATION.contains(name);
      }
    }

    private int frame(int at) {
      if (at + 10 > file.size()) {
        return file.size();
      }
      if (firstFrame < 0) {
        firstFrame = at;
      }
      frames++;
      int flags = file.u8(at + 9);
      return skipSubBlocks(at + 11 + ((flags & 0x80) != 0 ? 3 * (2 << (flags & 7)) : 0));
    }

    private int skipSubBlocks(int at) {
      int block = at;
      while (block < file.size() && file.u8(block) != 0) {
        block += 1 + file.u8(block);
      }
      return block + 1;
    }
  }
}
