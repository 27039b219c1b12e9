package dev.aiupscale.models;

import dev.aiupscale.models.network.Network;
import dev.aiupscale.models.rewrite.Rewrite;
import java.io.IOException;

/** Real networks for tests of other packages. */
public final class RealNetworks {
  private RealNetworks() {}

  /** As it is served: rewritten. */
  public static Network of(String id, int scale) throws IOException {
    Network network = TestModels.network(TestModels.entry(id, scale));
    for (Rewrite rewrite : Rewrite.ALL) {
      network = rewrite.apply(network);
    }
    return network;
  }

  /** What the converter makes of it. */
  public static byte[] fileOf(String id, int scale) throws IOException {
    return TestModels.convert(TestModels.entry(id, scale)).onnx();
  }
}
