package dev.aiupscale.models.network;

import java.util.List;

/** How much larger than the picture each value of a network is. */
final class UpscaleFactors {
  private UpscaleFactors() {}

  static ValueProperties<Integer> of(Network network) {
    return of(List.of(network.input()), network.nodes());
  }

  static ValueProperties<Integer> of(List<String> inputs, List<Node> nodes) {
    return new ValueProperties<>(inputs, nodes, 1, UpscaleFactors::factor);
  }

  private static int factor(Node node, List<Integer> inputs) {
    if (inputs.stream().distinct().count() != 1) {
      throw new IllegalArgumentException("node " + node.name() + " joins values of unequal sizes");
    }
    return inputs.get(0) * enlargement(node.operation());
  }

  static int enlargement(Operation operation) {
    if (operation instanceof Operation.DepthToSpace shuffle) {
      return shuffle.block();
    }
    if (operation instanceof Operation.NearestUpsampling nearest) {
      return nearest.factor();
    }
    if (operation instanceof Operation.BicubicUpsampling bicubic) {
      return bicubic.factor();
    }
    return 1;
  }
}
