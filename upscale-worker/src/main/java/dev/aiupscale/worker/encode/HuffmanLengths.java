package dev.aiupscale.worker.encode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;

/** Makes a Huffman code of at most 16 bits that never uses the code of ones alone: T.81, K.2. */
final class HuffmanLengths {
  private static final int LONGEST = 16;

  /** Some symbols, and how much they weigh together. */
  private record Group(double weight, List<Integer> symbols) {}

  private HuffmanLengths() {}

  /**
   * @param weights of the symbols 0 to 255; one that weighs nothing gets no code
   */
  static JPEGHuffmanTable table(double[] weights) {
    int[] depth = depths(weights);
    int[] codes = new int[257];
    for (int symbol = 0; symbol <= weights.length; symbol++) {
      codes[depth[symbol]]++;
    }
    shorten(codes);
    removeLast(codes);
    List<Integer> symbols = new ArrayList<>();
    for (int symbol = 0; symbol < weights.length; symbol++) {
      if (weights[symbol] > 0) {
        symbols.add(symbol);
      }
    }
    symbols.sort(Comparator.comparingInt(symbol -> depth[symbol]));
    short[] lengths = new short[LONGEST];
    for (int length = 1; length <= LONGEST; length++) {
      lengths[length - 1] = (short) codes[length];
    }
    short[] values = new short[symbols.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = symbols.get(i).shortValue();
    }
    return new JPEGHuffmanTable(lengths, values);
  }

  /** Bits of each symbol in an optimal code; the last is a symbol that keeps the ones free. */
  private static int[] depths(double[] weights) {
    int[] depth = new int[weights.length + 1];
    PriorityQueue<Group> groups =
        new PriorityQueue<>(
            Comparator.comparingDouble(Group::weight)
                .thenComparing(group -> group.symbols().get(0), Comparator.reverseOrder()));
    groups.add(new Group(0, List.of(weights.length)));
    for (int symbol = 0; symbol < weights.length; symbol++) {
      if (weights[symbol] > 0) {
        groups.add(new Group(weights[symbol], List.of(symbol)));
      }
    }
    while (groups.size() > 1) {
      Group light = groups.remove();
      Group heavy = groups.remove();
      List<Integer> both = new ArrayList<>(light.symbols());
      both.addAll(heavy.symbols());
      both.forEach(symbol -> depth[symbol]++);
      groups.add(new Group(light.weight() + heavy.weight(), both));
    }
    return depth;
  }

  /** Moves pairs of codes that are too long up: T.81, figure K.3. */
  private static void shorten(int[] codes) {
    for (int length = codes.length - 1; length > LONGEST; length--) {
      while (codes[length] > 0) {
        int shorter = length - 2;
        while (codes[shorter] == 0) {
          shorter--;
        }
        codes[length] -= 2;
        codes[length - 1]++;
        codes[shorter + 1] += 2;
        codes[shorter]--;
      }
    }
  }

  /** The symbol that keeps the ones free is one of the longest. */
  private static void removeLast(int[] codes) {
    int length = LONGEST;
    while (codes[length] == 0) {
      length--;
    }
    codes[length]--;
  }
}
