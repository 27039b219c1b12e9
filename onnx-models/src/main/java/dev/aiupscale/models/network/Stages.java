package dev.aiupscale.models.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Cuts a network where few values cross the cut, so that a picture can go through bit by bit. */
public final class Stages {
  /** A short stage that reaches less is not worth a run of its own, unless nothing else crosses. */
  private static final int LEAST_RADIUS = 5;

  /** Long parts have about this share of the network's work, unless nothing else crosses. */
  private static final double LEAST_SHARE = 0.12;

  private final Network network;
  private final int mostCrossing;
  private final Predicate<Stage> isLongEnough;
  private final ValueProperties<Integer> factors;
  private final ChannelCounts channels;

  /**
   * @param mostCrossing values that may cross a cut: what was made before it, and those for skips
   *     over stages behind
   */
  private Stages(Network network, int mostCrossing, Predicate<Stage> isLongEnough) {
    this.network = network;
    this.mostCrossing = mostCrossing;
    this.isLongEnough = isLongEnough;
    this.factors = UpscaleFactors.of(network);
    this.channels = ChannelCounts.of(network);
  }

  /**
   * Short stages in order, through which bands of rows are led; only the last enlarges. A network
   * without a good cut is one stage.
   */
  public static List<Stage> shortOnes(Network network) {
    return new Stages(network, 3, stage -> stage.radius() >= LEAST_RADIUS).all();
  }

  /**
   * The same in few long parts, through which whole tiles go. The last, which enlarges, is by
   * itself.
   */
  public static List<Stage> longParts(Network network) {
    double least = LEAST_SHARE * Cost.gflopPerMegapixel(network);
    return new Stages(network, 2, stage -> Cost.gflopPerMegapixel(stage) >= least).all();
  }

  private List<Stage> all() {
    List<Stage> stages = new ArrayList<>();
    int from = 0;
    for (int to = 1; to < network.nodes().size(); to++) {
      if (isGood(from, to)) {
        stages.add(stage(from, to));
        from = to;
      }
    }
    stages.add(stage(from, network.nodes().size()));
    return stages;
  }

  private boolean isGood(int from, int to) {
    if (isPointwise(network.nodes().get(to).operation())) {
      return false;
    }
    Set<String> crossing = crossing(to);
    if (crossing.size() > mostCrossing
        || crossing.stream().anyMatch(value -> factors.of(value) != 1)
        || made(from, to, crossing).size() != 1) {
      return false;
    }
    Stage stage = stage(from, to);
    return isLongEnough.test(stage) || (stage.radius() > 0 && crossing.size() == 1);
  }

  /** Such a node belongs to the stage that makes what it is applied to. */
  private static boolean isPointwise(Operation operation) {
    return operation instanceof Operation.Relu
        || operation instanceof Operation.LeakyRelu
        || operation instanceof Operation.ParametricRelu
        || operation instanceof Operation.ChannelScale
        || operation instanceof Operation.Multiplication
        || operation instanceof Operation.Addition;
  }

  /** The values made before node {@code to} that it or one behind it takes. */
  private Set<String> crossing(int to) {
    Set<String> before = new HashSet<>(List.of(network.input()));
    network.nodes().subList(0, to).forEach(node -> before.add(node.name()));
    Set<String> crossing = new HashSet<>();
    network.nodes().stream().skip(to).forEach(node -> crossing.addAll(node.inputs()));
    crossing.retainAll(before);
    return crossing;
  }

  private List<String> made(int from, int to, Set<String> values) {
    return network.nodes().subList(from, to).stream()
        .map(Node::name)
        .filter(values::contains)
        .toList();
  }

  private Stage stage(int from, int to) {
    List<Node> nodes = network.nodes().subList(from, to);
    Set<String> inputs = new LinkedHashSet<>();
    nodes.forEach(node -> inputs.addAll(node.inputs()));
    nodes.forEach(node -> inputs.remove(node.name()));
    boolean last = to == network.nodes().size();
    String output = last ? network.output() : made(from, to, crossing(to)).get(0);
    return blocked(List.copyOf(inputs), nodes, output);
  }

  /**
   * Leads each input but the picture through an {@link Operation.Identity}, into the layout that
   * ONNX Runtime has it in within the whole network: only there are an addition and the convolution
   * before it one step, which rounds in another order than two.
   */
  private Stage blocked(List<String> inputs, List<Node> nodes, String output) {
    Map<String, String> names = new HashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    List<Node> all = new ArrayList<>();
    for (String input : inputs) {
      counts.put(input, channels.of(input));
      if (!input.equals(network.input())) {
        String name = input + "/blocked";
        all.add(new Node(name, new Operation.Identity(), List.of(input)));
        names.put(input, name);
        counts.put(name, channels.of(input));
      }
    }
    for (Node node : nodes) {
      List<String> renamed =
          node.inputs().stream().map(name -> names.getOrDefault(name, name)).toList();
      all.add(new Node(node.name(), node.operation(), renamed));
      counts.put(node.name(), channels.of(node.name()));
    }
    return new Stage(inputs, all, output, counts);
  }
}
