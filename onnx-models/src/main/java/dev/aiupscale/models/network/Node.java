package dev.aiupscale.models.network;

import java.util.List;

/**
 * One step of a network.
 *
 * @param name of the node and of the one value that it makes
 * @param inputs names of the values that it takes
 */
public record Node(String name, Operation operation, List<String> inputs) {
  public Node {
    inputs = List.copyOf(inputs);
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("node " + name + " has no input");
    }
  }
}
