package dev.aiupscale.models.network;

import java.util.List;

/**
 * A network from a float {@code [1, 3, H, W]} RGB picture to a larger one.
 *
 * @param input name of the picture's value
 * @param nodes in an order in which each takes only what stands before it
 * @param output name of the value that is the result
 */
public record Network(String input, List<Node> nodes, String output, ValueRange range) {
  public Network {
    nodes = List.copyOf(nodes);
  }

  /** The factor by which the result is larger than the picture. */
  public int scale() {
    return UpscaleFactors.of(this).of(output);
  }
}
