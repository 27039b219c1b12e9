package dev.aiupscale.platform.scaling;

import java.io.IOException;

/** Keeps this machine from being chosen when its group shrinks. */
public interface ScaleInProtection {
  /**
   * @throws IOException when nothing is known to have changed
   */
  void set(boolean protect) throws IOException;
}
