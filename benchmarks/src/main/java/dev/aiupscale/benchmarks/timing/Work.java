package dev.aiupscale.benchmarks.timing;

import java.io.IOException;

/** Something whose time is taken. */
public interface Work {
  void run() throws IOException;
}
