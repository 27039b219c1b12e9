package dev.aiupscale.models.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects a network's nodes in order and refuses what does not hang together. */
public final class NetworkBuilder {
  private final String input;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();

  public NetworkBuilder(String input) {
    this.input = input;
    names.put(input, input);
  }

  /** Adds a node; its inputs must be known. Returns its name. */
  public String add(String name, Operation operation, List<String> inputs) {
    claim(name, name);
    nodes.add(new Node(name, operation, inputs.stream().map(this::resolve).toList()));
    return name;
  }

  /** Makes {@code alias} another name of a known value. */
  public void alias(String alias, String value) {
    claim(alias, resolve(value));
  }

  public Network build(String output, ValueRange range) {
    return new Network(input, nodes, resolve(output), range);
  }

  private void claim(String name, String value) {
    if (names.putIfAbsent(name, value) != null) {
      throw new IllegalArgumentException("two values are named " + name);
    }
  }

  private String resolve(String name) {
    String value = names.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no value is named " + name);
    }
    return value;
  }
}
