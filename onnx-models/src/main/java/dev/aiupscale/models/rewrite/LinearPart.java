package dev.aiupscale.models.rewrite;

import dev.aiupscale.models.network.ChannelCounts;
import dev.aiupscale.models.network.Network;
import dev.aiupscale.models.network.Node;
import dev.aiupscale.models.network.Operation;
import dev.aiupscale.models.network.Operation.Convolution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Linear nodes that hang together: those between curves, enlargements, picture and result.
 *
 * @param nodes in the network's order
 * @param sinks the values of these that others take, or that are the result
 */
record LinearPart(List<Node> nodes, Set<String> sinks, ChannelCounts channels) {

  /** In the order of their first nodes. */
  static List<LinearPart> all(Network network) {
    Map<String, List<Node>> partOf = new LinkedHashMap<>();
    for (Node node : network.nodes()) {
      if (isLinear(node.operation())) {
        List<Node> joined = new ArrayList<>();
        node.inputs().stream()
            .filter(partOf::containsKey)
            .map(partOf::get)
            .distinct()
            .forEach(joined::addAll);
        joined.add(node);
        joined.forEach(each -> partOf.put(each.name(), joined));
      }
    }
    ChannelCounts channels = ChannelCounts.of(network);
    return partOf.values().stream()
        .distinct()
        .map(part -> inOrder(network, part))
        .map(part -> new LinearPart(part, sinks(network, part), channels))
        .toList();
  }

  private static List<Node> inOrder(Network network, List<Node> part) {
    Set<Node> members = new HashSet<>(part);
    return network.nodes().stream().filter(members::contains).toList();
  }

  private static Set<String> sinks(Network network, List<Node> part) {
    Set<String> taken = new HashSet<>(Set.of(network.output()));
    network.nodes().stream()
        .filter(node -> !part.contains(node))
        .forEach(node -> taken.addAll(node.inputs()));
    Set<String> sinks = new HashSet<>();
    part.forEach(node -> sinks.add(node.name()));
    sinks.retainAll(taken);
    return sinks;
  }

  private static boolean isLinear(Operation operation) {
    return operation instanceof Convolution
        || operation instanceof Operation.Concatenation
        || operation instanceof Operation.Addition
        || operation instanceof Operation.Multiplication
        || operation instanceof Operation.ChannelScale;
  }

  /** Multiplications a pixel. */
  long work() {
    return nodes.stream()
        .map(Node::operation)
        .filter(Convolution.class::isInstance)
        .mapToLong(operation -> ((Convolution) operation).weights().length)
        .sum();
  }

  /** The same when each sink is computed from the sources at once; no kernel is composed for it. */
  long foldedWork() {
    Map<String, Map<String, Integer>> radii = new HashMap<>();
    long work = 0;
    for (Node node : nodes) {
      Map<String, Integer> ofSources = radii(node, radii);
      radii.put(node.name(), ofSources);
      if (sinks.contains(node.name())) {
        for (Map.Entry<String, Integer> source : ofSources.entrySet()) {
          long side = 2L * source.getValue() + 1;
          work += side * side * channels.of(source.getKey()) * channels.of(node.name());
        }
      }
    }
    return work;
  }

  /** How far the node's value sees, by source. */
  private static Map<String, Integer> radii(Node node, Map<String, Map<String, Integer>> known) {
    int more = node.operation() instanceof Convolution convolution ? convolution.radius() : 0;
    Map<String, Integer> radii = new HashMap<>();
    for (String input : node.inputs()) {
      known
          .getOrDefault(input, Map.of(input, 0))
          .forEach((source, radius) -> radii.merge(source, radius + more, Math::max));
    }
    return radii;
  }

  /** Puts what each sink is of the sources in its place; all other nodes go. */
  void fold(Rewriting rewriting) {
    Map<String, LinearForm> forms = new HashMap<>();
    for (Node node : nodes) {
      List<LinearForm> inputs =
          node.inputs().stream().map(input -> forms.computeIfAbsent(input, this::source)).toList();
      LinearForm form = form(node.operation(), inputs);
      forms.put(node.name(), form);
      rewriting.replace(
          node,
          sinks.contains(node.name()) ? form.nodes(node.name()).toArray(Node[]::new) : new Node[0]);
    }
  }

  private LinearForm source(String value) {
    return LinearForm.source(value, channels.of(value));
  }

  private static LinearForm form(Operation operation, List<LinearForm> inputs) {
    LinearForm first = inputs.get(0);
    // Java 17 has no exhaustive switch over types.
    if (operation instanceof Convolution convolution) {
      return first.convolved(convolution);
    } else if (operation instanceof Operation.Concatenation) {
      return LinearForm.concatenated(inputs);
    } else if (operation instanceof Operation.Addition) {
      return LinearForm.sum(inputs);
    } else if (operation instanceof Operation.Multiplication multiplication) {
      return first.scaled(channel -> multiplication.factor());
    } else if (operation instanceof Operation.ChannelScale scale) {
      return first.scaled(channel -> scale.factors()[channel]);
    }
    throw new IllegalArgumentException("not linear: " + operation);
  }
}
