package dev.aiupscale.models.network;

import java.util.List;

/** How many channels each value of a network has. */
public final class ChannelCounts {
  private static final int RGB = 3;

  private final ValueProperties<Integer> counts;

  private ChannelCounts(ValueProperties<Integer> counts) {
    this.counts = counts;
  }

  public static ChannelCounts of(Network network) {
    return new ChannelCounts(new ValueProperties<>(network, RGB, ChannelCounts::count));
  }

  public int of(String value) {
    return counts.of(value);
  }

  private static int count(Node node, List<Integer> inputs) {
    if (node.operation() instanceof Operation.Convolution convolution) {
      return convolution.out();
    }
    if (node.operation() instanceof Operation.Concatenation) {
      return inputs.stream().mapToInt(Integer::intValue).sum();
    }
    if (node.operation() instanceof Operation.DepthToSpace shuffle) {
      return inputs.get(0) / (shuffle.block() * shuffle.block());
    }
    return inputs.get(0);
  }
}
