package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.colour.Model;
import dev.aiupscale.api.image.header.PngChunks;
import dev.aiupscale.api.image.header.PngChunks.Chunk;
import dev.aiupscale.api.image.header.Refusal;
import dev.aiupscale.api.image.header.UploadBytes;
import org.jspecify.annotations.Nullable;

/** Turns a PNG row's packed samples of any colour type and depth into a picture's samples. */
final class PngSamples {
  private static final int GREY = 0;
  private static final int RGB = 2;
  private static final int PALETTE = 3;
  private static final int GREY_ALPHA = 4;
  private static final int RGBA = 6;

  private final int depth;
  private final int type;
  private final int stored;
  private final Palette palette;
  private final byte @Nullable [] transparency;
  private final Model model;

  PngSamples(UploadBytes file, PngChunks chunks) {
    int header = chunks.chunks().get(0).at();
    this.depth = file.u8(header + 8);
    this.type = file.u8(header + 9);
    this.stored = storedChannels();
    this.palette = new Palette(type == PALETTE ? palette(file, chunks.find("PLTE")) : new byte[0]);
    Chunk chunk = chunks.findWhole(file, "tRNS", type == RGB ? 6 : type == GREY ? 2 : 1);
    this.transparency = chunk == null || type >= GREY_ALPHA ? null : payload(file, chunk);
    this.model = target();
  }

  private static byte[] palette(UploadBytes file, @Nullable Chunk chunk) {
    if (chunk == null || !PngChunks.isWhole(file, chunk)) {
      throw Refusal.corrupt("The PNG file's palette is missing or does not fit its checksum.");
    }
    return payload(file, chunk);
  }

  private static byte[] payload(UploadBytes file, Chunk chunk) {
    return file.copy(chunk.at(), chunk.length());
  }

  private int storedChannels() {
    boolean small = depth == 1 || depth == 2 || depth == 4;
    boolean allowed =
        depth == 8 || (small ? type == GREY || type == PALETTE : depth == 16 && type != PALETTE);
    int channels =
        switch (type) {
          case GREY, PALETTE -> 1;
          case GREY_ALPHA -> 2;
          case RGB -> 3;
          case RGBA -> 4;
          default -> 0;
        };
    if (!allowed || channels == 0) {
      throw Refusal.corrupt("The PNG file names a colour type that does not exist.");
    }
    return channels;
  }

  private Model target() {
    boolean alpha = transparency != null;
    return switch (type) {
      case GREY -> alpha ? Model.GREY_ALPHA : Model.GREY;
      case RGB, PALETTE -> alpha ? Model.RGBA : Model.RGB;
      case GREY_ALPHA -> Model.GREY_ALPHA;
      default -> Model.RGBA;
    };
  }

  Model model() {
    return model;
  }

  /** Bytes that a packed row of {@code width} pixels takes. */
  int rowBytes(int width) {
    return Math.toIntExact(((long) width * stored * depth + 7) / 8);
  }

  /** Distance in bytes to the sample that the filters look back to. */
  int filterDistance() {
    return Math.max(1, stored * depth / 8);
  }

  Palette palette() {
    return palette;
  }

  /** Whether samples have 16 bits. */
  boolean deep() {
    return depth == 16;
  }

  /** Writes the first {@code width} pixels of a row of 16 bit samples to {@code target}. */
  void widen(byte[] row, int width, short[] target) {
    for (int x = 0; x < width; x++) {
      int at = x * model.channels();
      for (int channel = 0; channel < stored; channel++) {
        target[at + channel] = (short) sample(row, x * stored + channel);
      }
      if (transparency != null) {
        target[at + stored] = (short) (isColourKey(row, x, transparency) ? 0 : 65535);
      }
    }
  }

  /** Writes pixel {@code x} of {@code row}, not deep, to {@code target} at {@code at}. */
  void expand(byte[] row, int x, byte[] target, int at) {
    if (type == PALETTE) {
      expandPalette(sample(row, x), target, at);
      return;
    }
    for (int channel = 0; channel < stored; channel++) {
      target[at + channel] = Depth.from(sample(row, x * stored + channel), depth);
    }
    if (transparency != null) {
      target[at + stored] = (byte) (isColourKey(row, x, transparency) ? 0 : 255);
    }
  }

  private void expandPalette(int index, byte[] target, int at) {
    palette.paint(index, target, at);
    if (transparency != null) {
      target[at + 3] = index < transparency.length ? transparency[index] : (byte) 255;
    }
  }

  /** The key is compared at the stored depth: two 16 bit colours can be one in 8 bit. */
  private boolean isColourKey(byte[] row, int x, byte[] key) {
    for (int channel = 0; channel < stored; channel++) {
      int wanted = (key[2 * channel] & 0xff) << 8 | key[2 * channel + 1] & 0xff;
      if (sample(row, x * stored + channel) != (wanted & ((1 << depth) - 1))) {
        return false;
      }
    }
    return true;
  }

  private int sample(byte[] row, int index) {
    return switch (depth) {
      case 8 -> row[index] & 0xff;
      case 16 -> (row[2 * index] & 0xff) << 8 | row[2 * index + 1] & 0xff;
      default -> PackedBits.sample(row, index, depth);
    };
  }
}
