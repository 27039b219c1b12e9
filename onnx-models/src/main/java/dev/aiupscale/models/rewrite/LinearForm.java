package dev.aiupscale.models.rewrite;

import dev.aiupscale.models.network.Node;
import dev.aiupscale.models.network.Operation;
import dev.aiupscale.models.network.Operation.Convolution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/**
 * A value as what it is of others: a convolution of each source, added up, and a bias.
 *
 * @param kernels by source, in the order in which they are met
 * @param bias {@code [channels]}
 */
record LinearForm(Map<String, Kernel> kernels, double[] bias) {
  static LinearForm source(String value, int channels) {
    return new LinearForm(Map.of(value, Kernel.identity(channels)), new double[channels]);
  }

  /** The bias passes through every weight, as it does away from a border that is padded. */
  LinearForm convolved(Convolution convolution) {
    Map<String, Kernel> composed = new LinkedHashMap<>();
    kernels.forEach((source, kernel) -> composed.put(source, kernel.then(convolution)));
    double[] through = new double[convolution.out()];
    int window = convolution.kernel() * convolution.kernel();
    for (int o = 0; o < through.length; o++) {
      through[o] = convolution.bias()[o];
      for (int i = 0; i < bias.length; i++) {
        for (int place = 0; place < window; place++) {
          through[o] +=
              bias[i]
                  * convolution.weight(
                      o, i, place / convolution.kernel(), place % convolution.kernel());
        }
      }
    }
    return new LinearForm(composed, through);
  }

  static LinearForm sum(List<LinearForm> terms) {
    Map<String, Kernel> kernels = new LinkedHashMap<>();
    double[] bias = new double[terms.get(0).bias.length];
    for (LinearForm term : terms) {
      term.kernels.forEach((source, kernel) -> kernels.merge(source, kernel, Kernel::plus));
      for (int c = 0; c < bias.length; c++) {
        bias[c] += term.bias[c];
      }
    }
    return new LinearForm(kernels, bias);
  }

  static LinearForm concatenated(List<LinearForm> forms) {
    int channels = forms.stream().mapToInt(form -> form.bias.length).sum();
    List<LinearForm> placed = new ArrayList<>();
    int first = 0;
    for (LinearForm form : forms) {
      placed.add(form.placed(first, channels));
      first += form.bias.length;
    }
    return sum(placed);
  }

  private LinearForm placed(int first, int channels) {
    Map<String, Kernel> placed = new LinkedHashMap<>();
    kernels.forEach((source, kernel) -> placed.put(source, kernel.placed(first, channels)));
    double[] all = new double[channels];
    System.arraycopy(bias, 0, all, first, bias.length);
    return new LinearForm(placed, all);
  }

  /** Each channel times its factor. */
  LinearForm scaled(IntToDoubleFunction factors) {
    Map<String, Kernel> scaled = new LinkedHashMap<>();
    kernels.forEach((source, kernel) -> scaled.put(source, kernel.scaled(factors)));
    double[] all = new double[bias.length];
    for (int c = 0; c < all.length; c++) {
      all[c] = bias[c] * factors.applyAsDouble(c);
    }
    return new LinearForm(scaled, all);
  }

  /**
   * Nodes that compute it under {@code name}: one convolution for all sources that are seen equally
   * far, and their sums.
   */
  List<Node> nodes(String name) {
    Map<Integer, List<String>> byRadius = new TreeMap<>();
    kernels.forEach(
        (source, kernel) ->
            byRadius.computeIfAbsent(kernel.radius(), radius -> new ArrayList<>()).add(source));
    List<Node> nodes = new ArrayList<>();
    String sum = "";
    int term = 0;
    for (List<String> sources : byRadius.values()) {
      boolean first = term == 0;
      boolean last = term == byRadius.size() - 1;
      String part = first && last ? name : name + "/term" + term;
      nodes.addAll(term(part, sources, first ? bias : new double[bias.length]));
      if (first) {
        sum = part;
      } else {
        String both = last ? name : name + "/sum" + term;
        nodes.add(new Node(both, new Operation.Addition(), List.of(part, sum)));
        sum = both;
      }
      term++;
    }
    return nodes;
  }

  private List<Node> term(String name, List<String> sources, double[] added) {
    Kernel kernel = sources.stream().map(kernels::get).reduce(Kernel::beside).orElseThrow();
    if (sources.size() == 1) {
      return List.of(new Node(name, kernel.convolution(added), sources));
    }
    String joined = name + "/joined";
    return List.of(
        new Node(joined, new Operation.Concatenation(), sources),
        new Node(name, kernel.convolution(added), List.of(joined)));
  }
}
