package dev.aiupscale.api.image;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes small TIFF files of one uncompressed strip, tag by tag. */
final class Tiffs {
  private static final int HEADER = 8;
  private static final int MOST_INLINE = 4;

  private final TreeMap<Integer, int[]> shorts = new TreeMap<>();
  private final Set<Integer> left = new HashSet<>();

  /** 8 bit samples, as many a pixel as {@code samples} says. */
  Tiffs(int width, int height, int photometric, int samples) {
    int[] bits = new int[samples];
    Arrays.fill(bits, 8);
    with(0x0100, width).with(0x0101, height).with(0x0102, bits).with(0x0106, photometric);
    with(0x0115, samples).with(0x0116, height);
  }

  Tiffs with(int tag, int... values) {
    shorts.put(tag, values);
    return this;
  }

  /** Leaves out what every other file has. */
  Tiffs without(int tag) {
    left.add(tag);
    return this;
  }

  /** The file with {@code strip} as all of its coded data. */
  byte[] bytes(byte[] strip) {
    shorts.put(0x0111, new int[1]);
    shorts.put(0x0117, new int[] {strip.length});
    shorts.keySet().removeAll(left);
    int directory = 2 + 12 * shorts.size() + 4;
    int outside =
        shorts.values().stream()
            .mapToInt(values -> values.length > 2 ? 2 * values.length : 0)
            .sum();
    int data = HEADER + directory + outside;
    shorts.put(0x0111, new int[] {data});
    ByteBuffer out = ByteBuffer.allocate(data + strip.length);
    out.put(new byte[] {'M', 'M', 0, 42}).putInt(HEADER).putShort((short) shorts.size());
    int next = HEADER + directory;
    for (Map.Entry<Integer, int[]> entry : shorts.entrySet()) {
      int[] values = entry.getValue();
      out.putShort((short) (int) entry.getKey()).putShort((short) 3).putInt(values.length);
      if (2 * values.length > MOST_INLINE) {
        out.putInt(next);
        for (int value : values) {
          out.putShort(next, (short) value);
          next += 2;
        }
      } else {
        out.putShort((short) values[0]).putShort((short) (values.length > 1 ? values[1] : 0));
      }
    }
    return out.position(data).put(strip).array();
  }
}
