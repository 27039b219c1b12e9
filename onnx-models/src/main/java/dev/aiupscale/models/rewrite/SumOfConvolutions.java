package dev.aiupscale.models.rewrite;

import dev.aiupscale.models.network.ChannelCounts;
import dev.aiupscale.models.network.Network;
import dev.aiupscale.models.network.Node;
import dev.aiupscale.models.network.Operation;
import dev.aiupscale.models.network.Operation.Convolution;
import java.util.List;

/**
 * Adds up what a 1 × 1 convolution makes of each value, in place of joining the values' channels
 * for it: neither a copy of them all is made, nor are they kept until the last is there.
 */
final class SumOfConvolutions implements Rewrite {
  @Override
  public String name() {
    return "sum-of-convolutions";
  }

  @Override
  public Network apply(Network network) {
    Rewriting rewriting = new Rewriting(network);
    ChannelCounts channels = ChannelCounts.of(network);
    for (Node node : network.nodes()) {
      if (node.operation() instanceof Operation.Concatenation) {
        rewriting
            .onlyUserIfConvolution(node)
            .filter(behind -> ((Convolution) behind.operation()).kernel() == 1)
            .filter(behind -> rewriting.areMadeInOrder(node.inputs()))
            .ifPresent(behind -> rewrite(rewriting, channels, node, behind));
      }
    }
    return rewriting.done();
  }

  private static void rewrite(
      Rewriting rewriting, ChannelCounts channels, Node concatenation, Node behind) {
    Convolution convolution = (Convolution) behind.operation();
    rewriting.replace(concatenation);
    rewriting.replace(behind);
    int last = concatenation.inputs().size() - 1;
    int from = 0;
    String sum = "";
    for (int i = 0; i <= last; i++) {
      String value = concatenation.inputs().get(i);
      int to = from + channels.of(value);
      Operation part = convolution.ofInputs(from, to, i == 0);
      Node term = new Node(behind.name() + "/term" + i, part, List.of(value));
      if (i == 0) {
        rewriting.insertBehind(value, term);
        sum = term.name();
      } else {
        String name = i == last ? behind.name() : behind.name() + "/sum" + i;
        Node both = new Node(name, new Operation.Addition(), List.of(term.name(), sum));
        rewriting.insertBehind(value, term, both);
        sum = name;
      }
      from = to;
    }
  }
}
