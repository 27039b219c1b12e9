package dev.aiupscale.models.network;

import java.util.HashMap;
import java.util.Map;

/** The memory that a part of a network needs while it runs. */
public final class WorkingSet {
  private WorkingSet() {}

  /** Bytes a pixel of input when each value is kept from the node that makes it to its last use. */
  public static int bytesPerPixel(Stage stage) {
    ValueProperties<Integer> factors = UpscaleFactors.of(stage.inputs(), stage.nodes());
    Map<String, Integer> lastUse = new HashMap<>();
    for (int i = 0; i < stage.nodes().size(); i++) {
      for (String input : stage.nodes().get(i).inputs()) {
        lastUse.put(input, i);
      }
    }
    int live = stage.inputs().stream().mapToInt(input -> bytes(stage, input, 1)).sum();
    int most = live;
    for (int i = 0; i < stage.nodes().size(); i++) {
      Node node = stage.nodes().get(i);
      live += bytes(stage, node.name(), factors.of(node.name()));
      most = Math.max(most, live);
      for (String input : node.inputs().stream().distinct().toList()) {
        if (lastUse.getOrDefault(input, 0) == i) {
          live -= bytes(stage, input, factors.of(input));
        }
      }
    }
    return most;
  }

  private static int bytes(Stage stage, String value, int factor) {
    return Float.BYTES * stage.channelsOf(value) * factor * factor;
  }
}
