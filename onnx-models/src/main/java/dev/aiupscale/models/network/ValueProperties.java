package dev.aiupscale.models.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** A property of every value of a network, each found from those of the values before it. */
final class ValueProperties<T> {
  private final Map<String, T> byName = new HashMap<>();

  /**
   * @param ofInput the picture's property
   * @param step from a node and its inputs' properties, in order, to its value's property
   */
  ValueProperties(Network network, T ofInput, BiFunction<Node, List<T>, T> step) {
    this(List.of(network.input()), network.nodes(), ofInput, step);
  }

  /** The same for nodes that take several values from outside, all with the one property. */
  ValueProperties(
      List<String> inputs, List<Node> nodes, T ofInput, BiFunction<Node, List<T>, T> step) {
    inputs.forEach(input -> byName.put(input, ofInput));
    for (Node node : nodes) {
      byName.put(node.name(), step.apply(node, node.inputs().stream().map(this::of).toList()));
    }
  }

  T of(String value) {
    T property = byName.get(value);
    if (property == null) {
      throw new IllegalArgumentException("no value is named " + value);
    }
    return property;
  }
}
