package dev.aiupscale.e2e.cases;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Files that nobody sends who means well: cut off, changed, made up. */
final class HostileFiles {
  private static final List<String> STARTS =
      List.of(
          "\u00ff\u00d8\u00ff\u00e0",
          "\u0089PNG\r\n\u001a\n",
          "GIF89a",
          "BM",
          "II*\0",
          "RIFF....WEBP");
  private static final int MADE_UP_BYTES = 4000;
  private final List<byte[]> good;
  private final Random random;

  /**
   * @param good files to start from
   */
  HostileFiles(List<byte[]> good, long seed) {
    this.good = good.stream().filter(file -> file.length > 0).toList();
    this.random = new Random(seed);
  }

  byte[] next() {
    return switch (random.nextInt(4)) {
      case 0 -> cutOff(any());
      case 1 -> changed(any());
      case 2 -> joined(any(), any());
      default -> madeUp();
    };
  }

  private byte[] any() {
    return good.get(random.nextInt(good.size()));
  }

  private byte[] cutOff(byte[] file) {
    return Arrays.copyOf(file, random.nextInt(file.length));
  }

  private byte[] changed(byte[] file) {
    byte[] changed = file.clone();
    for (int i = 0; i < 1 + random.nextInt(8); i++) {
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return changed;
  }

  private byte[] joined(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length / 2 + second.length / 2);
    int from = second.length - second.length / 2;
    System.arraycopy(second, from, joined, first.length / 2, second.length / 2);
    return joined;
  }

  private byte[] madeUp() {
    byte[] bytes = new byte[MADE_UP_BYTES];
    random.nextBytes(bytes);
    byte[] start = STARTS.get(random.nextInt(STARTS.size())).getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(start, 0, bytes, 0, start.length);
    return bytes;
  }
}
