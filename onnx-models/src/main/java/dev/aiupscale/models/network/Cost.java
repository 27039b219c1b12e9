package dev.aiupscale.models.network;

/** The work that a network's convolutions do. */
public final class Cost {
  private Cost() {}

  /** 10⁹ floating point operations for 10⁶ pixels of picture; a multiply-add counts as two. */
  public static double gflopPerMegapixel(Network network) {
    ValueProperties<Integer> factors = UpscaleFactors.of(network);
    double flopPerPixel =
        network.nodes().stream()
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
