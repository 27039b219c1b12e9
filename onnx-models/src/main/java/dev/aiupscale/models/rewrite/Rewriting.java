package dev.aiupscale.models.rewrite;

import dev.aiupscale.models.network.Network;
import dev.aiupscale.models.network.Node;
import dev.aiupscale.models.network.Operation.Convolution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A network's nodes while they are changed, in order. */
final class Rewriting {
  private final Network network;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, Integer> uses = new HashMap<>();
  private final Map<String, String> lastUser = new HashMap<>();

  Rewriting(Network network) {
    this.network = network;
    uses.put(network.output(), 1);
    for (Node node : network.nodes()) {
      nodes.put(node.name(), node);
      for (String input : node.inputs()) {
        uses.merge(input, 1, Integer::sum);
        lastUser.put(input, node.name());
      }
    }
  }

  /** The convolution that makes {@code node}'s first input, when nothing else takes its result. */
  Optional<Node> convolutionOnlyFor(Node node) {
    String input = node.inputs().get(0);
    return uses.getOrDefault(input, 0) == 1 ? convolution(nodes.get(input)) : Optional.empty();
  }

  /** The convolution that takes {@code node}'s result, when nothing else does. */
  Optional<Node> onlyUserIfConvolution(Node node) {
    return uses.getOrDefault(node.name(), 0) == 1
        ? convolution(nodes.get(lastUser.get(node.name())))
        : Optional.empty();
  }

  /** Puts nodes in the place of {@code old}; none removes it. */
  void replace(Node old, Node... replacements) {
    Map<String, Node> after = new LinkedHashMap<>();
    for (Node node : nodes.values()) {
      for (Node each : node.name().equals(old.name()) ? replacements : new Node[] {node}) {
        after.put(each.name(), each);
      }
    }
    nodes.clear();
    nodes.putAll(after);
  }

  /** Puts nodes right behind the one that makes {@code value}. */
  void insertBehind(String value, Node... more) {
    Node maker = Objects.requireNonNull(nodes.get(value), value);
    List<Node> all = new ArrayList<>(List.of(maker));
    all.addAll(List.of(more));
    replace(maker, all.toArray(Node[]::new));
  }

  /** Whether nodes make the values, each behind the one before. */
  boolean areMadeInOrder(List<String> values) {
    return nodes.keySet().stream().filter(values::contains).toList().equals(values);
  }

  Network done() {
    return new Network(
        network.input(), List.copyOf(nodes.values()), network.output(), network.range());
  }

  private static Optional<Node> convolution(@Nullable Node node) {
    return Optional.ofNullable(node).filter(n -> n.operation() instanceof Convolution);
  }
}
