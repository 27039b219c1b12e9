package dev.aiupscale.models.network;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A part of a network that can run on its own.
 *
 * @param inputs the values it takes, all of the picture's size
 * @param nodes in the network's order
 * @param output name of the one value that parts behind it need, or of the network's result
 * @param channels of every value in it
 */
public record Stage(
    List<String> inputs, List<Node> nodes, String output, Map<String, Integer> channels) {
  public Stage {
    inputs = List.copyOf(inputs);
    nodes = List.copyOf(nodes);
    channels = Map.copyOf(channels);
  }

  public int channelsOf(String value) {
    return Objects.requireNonNull(channels.get(value), value);
  }

  /** How far, in the picture's pixels, the inputs have a say in the output. */
  public int radius() {
    return ReceptiveField.radius(inputs, nodes, output);
  }

  /** How much larger than the inputs the output is. */
  public int scale() {
    return UpscaleFactors.of(inputs, nodes).of(output);
  }
}
