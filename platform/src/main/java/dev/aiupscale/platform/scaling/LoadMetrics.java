package dev.aiupscale.platform.scaling;

import java.io.IOException;
import java.util.Map;

/** Where figures of the load are told to whoever scales the workers. */
public interface LoadMetrics {
  /**
   * Tells figures of this moment by their names.
   *
   * @throws IOException when they were not taken; the next ones may be
   */
  void tell(Map<String, Double> figures) throws IOException;
}
