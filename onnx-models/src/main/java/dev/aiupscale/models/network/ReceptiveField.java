package dev.aiupscale.models.network;

import java.util.Collections;
import java.util.List;

/**
 * How far from a result's pixel the picture still has a say in it.
 *
 * <p>The reach of a value is counted in its own pixels: a convolution adds its radius, an
 * enlargement multiplies. Since ⌊⌊p/a⌋/b⌋ = ⌊p/(a·b)⌋, the one division at the end loses nothing.
 */
public final class ReceptiveField {
  /** A cubic's four taps lie at most two pixels from the one that holds the sample. */
  private static final int BICUBIC_REACH = 2;

  private ReceptiveField() {}

  /** The radius in pixels of the picture, rounded up. */
  public static int radius(Network network) {
    return radius(List.of(network.input()), network.nodes(), network.output());
  }

  /** The same for a part of a network that takes several values of the picture's size. */
  static int radius(List<String> inputs, List<Node> nodes, String output) {
    int reach = new ValueProperties<>(inputs, nodes, 0, ReceptiveField::reach).of(output);
    int scale = UpscaleFactors.of(inputs, nodes).of(output);
    return (reach + scale - 1) / scale;
  }

  private static int reach(Node node, List<Integer> inputs) {
    int before = Collections.max(inputs);
    if (node.operation() instanceof Operation.Convolution convolution) {
      return before + convolution.radius();
    }
    if (node.operation() instanceof Operation.BicubicUpsampling bicubic) {
      return (before + BICUBIC_REACH) * bicubic.factor();
    }
    return before * UpscaleFactors.enlargement(node.operation());
  }
}
