package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.header.Refusal;
import dev.aiupscale.api.image.header.UploadBytes;

/** Decodes BMP's run lengths of 8 and 4 bit; pixels that are jumped over keep colour 0. */
final class BmpRunLength {
  private final UploadBytes file;
  private final BmpLayout layout;
  private final Picture picture;
  private final Deadline deadline;
  private final boolean nibbles;
  private int at;
  private int x;
  private int row;

  BmpRunLength(UploadBytes file, BmpLayout layout, Picture picture, Deadline deadline) {
    this.file = file;
    this.layout = layout;
    this.picture = picture;
    this.deadline = deadline;
    this.nibbles = layout.compression() == BmpLayout.RLE4;
    this.at = Math.toIntExact(layout.pixels());
  }

  void decode() {
    fillBackground();
    boolean ended = false;
    while (!ended && row < layout.height()) {
      int count = file.u8(at);
      int value = file.u8(at + 1);
      at += 2;
      if (count > 0) {
        run(count, value);
      } else {
        ended = escape(value);
      }
    }
  }

  private void fillBackground() {
    for (int i = 0; i < picture.samples().length; i += 3) {
      layout.palette().paint(0, picture.samples(), i);
    }
  }

  private boolean escape(int value) {
    switch (value) {
      case 0 -> {
        deadline.check();
        x = 0;
        row++;
      }
      case 1 -> {
        return true;
      }
      case 2 -> {
        x += file.u8(at);
        row += file.u8(at + 1);
        at += 2;
      }
      default -> literal(value);
    }
    return false;
  }

  private void run(int count, int value) {
    for (int i = 0; i < count; i++) {
      put(nibbles ? (i % 2 == 0 ? value >> 4 : value & 15) : value);
    }
  }

  private void literal(int count) {
    for (int i = 0; i < count; i++) {
      int value = file.u8(at + (nibbles ? i / 2 : i));
      put(nibbles ? (i % 2 == 0 ? value >> 4 : value & 15) : value);
    }
    int bytes = nibbles ? (count + 1) / 2 : count;
    at += bytes + (bytes & 1);
  }

  private void put(int index) {
    if (x < layout.width()) {
      int y = layout.topDown() ? row : layout.height() - 1 - row;
      if (row >= layout.height()) {
        throw Refusal.corrupt("The BMP file's run lengths lead out of the picture.");
      }
      layout.palette().paint(index, picture.samples(), picture.at(x, y));
    }
    x++;
  }
}
