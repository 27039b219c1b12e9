package dev.aiupscale.models.rewrite;

import dev.aiupscale.models.network.Network;
import dev.aiupscale.models.network.Node;
import dev.aiupscale.models.network.Operation;
import dev.aiupscale.models.network.Operation.Convolution;
import java.util.List;

/**
 * Computes a PReLU by operators for which ONNX Runtime does not leave its blocked layout.
 *
 * <p>With slope a, let the convolution before give u = |1 − a|·x. For a &lt; 1 the result is y =
 * max(u, 0) + a/(1 − a)·u. For a &gt; 1 that expression is −y, and the convolution behind takes its
 * weights for that channel with the other sign. Both convolutions do it at no cost.
 */
final class ParametricReluByRelu implements Rewrite {
  /** A slope this near to 1 is too near to divide by the rest. */
  private static final float NEAR = 1e-6f;

  @Override
  public String name() {
    return "prelu-by-relu";
  }

  @Override
  public Network apply(Network network) {
    Rewriting rewriting = new Rewriting(network);
    for (Node node : network.nodes()) {
      if (node.operation() instanceof Operation.ParametricRelu relu && isBent(relu.slopes())) {
        rewriting
            .convolutionOnlyFor(node)
            .ifPresent(
                before ->
                    rewriting
                        .onlyUserIfConvolution(node)
                        .ifPresent(
                            behind -> rewrite(rewriting, before, node, relu.slopes(), behind)));
      }
    }
    return rewriting.done();
  }

  private static boolean isBent(float[] slopes) {
    for (float slope : slopes) {
      if (Math.abs(1 - slope) < NEAR) {
        return false;
      }
    }
    return true;
  }

  private static void rewrite(
      Rewriting rewriting, Node before, Node node, float[] slopes, Node behind) {
    int channels = slopes.length;
    float[] rests = new float[channels];
    float[] quotients = new float[channels];
    float[] signs = new float[channels];
    for (int c = 0; c < channels; c++) {
      rests[c] = Math.abs(1 - slopes[c]);
      quotients[c] = slopes[c] / (1 - slopes[c]);
      signs[c] = Math.signum(1 - slopes[c]);
    }
    Convolution first = (Convolution) before.operation();
    Convolution second = (Convolution) behind.operation();
    rewriting.replace(before, new Node(before.name(), first.outputScaled(rests), before.inputs()));
    Node positive =
        new Node(node.name() + "/positive", new Operation.Relu(), List.of(before.name()));
    Node linear =
        new Node(
            node.name() + "/linear", new Operation.ChannelScale(quotients), List.of(before.name()));
    Node sum =
        new Node(node.name(), new Operation.Addition(), List.of(linear.name(), positive.name()));
    rewriting.replace(node, positive, linear, sum);
    rewriting.replace(behind, new Node(behind.name(), second.inputScaled(signs), behind.inputs()));
  }
}
