package dev.aiupscale.models.rewrite;

import dev.aiupscale.models.network.Network;
import dev.aiupscale.models.network.Node;
import dev.aiupscale.models.network.Operation;
import java.util.Arrays;

/** Multiplies a convolution's weights instead of its result, as behind each residual block. */
final class FactorsIntoConvolutions implements Rewrite {
  @Override
  public String name() {
    return "factors-into-convolutions";
  }

  @Override
  public Network apply(Network network) {
    Rewriting rewriting = new Rewriting(network);
    for (Node node : network.nodes()) {
      if (node.operation() instanceof Operation.Multiplication multiplication) {
        rewriting
            .convolutionOnlyFor(node)
            .ifPresent(before -> fold(rewriting, before, node, multiplication.factor()));
      }
    }
    return rewriting.done();
  }

  private static void fold(Rewriting rewriting, Node before, Node node, float factor) {
    Operation.Convolution convolution = (Operation.Convolution) before.operation();
    float[] factors = new float[convolution.out()];
    Arrays.fill(factors, factor);
    rewriting.replace(before);
    rewriting.replace(
        node, new Node(node.name(), convolution.outputScaled(factors), before.inputs()));
  }
}
