package dev.aiupscale.models.network;

import java.util.List;

/** The work that a network's convolutions do. */
public final class Cost {
  private Cost() {}

  /** 10⁹ floating point operations for 10⁶ pixels of picture; a multiply-add counts as two. */
  public static double gflopPerMegapixel(Network network) {
    return gflopPerMegapixel(network.nodes(), UpscaleFactors.of(network));
  }

  /** The same for a part of a network. */
  public static double gflopPerMegapixel(Stage stage) {
    return gflopPerMegapixel(stage.nodes(), UpscaleFactors.of(stage.inputs(), stage.nodes()));
  }

  private static double gflopPerMegapixel(List<Node> nodes, ValueProperties<Integer> factors) {
    double flopPerPixel =
        nodes.stream()
            .mapToDouble(node -> flopPerPixel(node.operation()) * square(factors.of(node.name())))
            .sum();
    return flopPerPixel / 1000;
  }

  private static double flopPerPixel(Operation operation) {
    if (operation instanceof Operation.Convolution convolution) {
      return 2.0 * convolution.weights().length;
    }
    return 0;
  }

  private static double square(int factor) {
    return (double) factor * factor;
  }
}
