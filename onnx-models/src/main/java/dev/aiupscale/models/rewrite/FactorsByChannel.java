package dev.aiupscale.models.rewrite;

import dev.aiupscale.models.network.ChannelCounts;
import dev.aiupscale.models.network.Network;
import dev.aiupscale.models.network.Node;
import dev.aiupscale.models.network.Operation;
import java.util.Arrays;

/**
 * Multiplies what no convolution can take over by a 1 × 1 depthwise convolution. For a plain
 * product ONNX Runtime leaves its blocked layout, and stays outside of it to the next such block.
 */
final class FactorsByChannel implements Rewrite {
  @Override
  public String name() {
    return "factors-by-channel";
  }

  @Override
  public Network apply(Network network) {
    Rewriting rewriting = new Rewriting(network);
    ChannelCounts channels = ChannelCounts.of(network);
    for (Node node : network.nodes()) {
      if (node.operation() instanceof Operation.Multiplication multiplication) {
        float[] factors = new float[channels.of(node.name())];
        Arrays.fill(factors, multiplication.factor());
        rewriting.replace(
            node, new Node(node.name(), new Operation.ChannelScale(factors), node.inputs()));
      }
    }
    return rewriting.done();
  }
}
