package dev.aiupscale.models.rewrite;

import dev.aiupscale.models.network.Network;
import dev.aiupscale.models.network.Node;
import dev.aiupscale.models.network.Operation;
import dev.aiupscale.models.network.Operation.ChannelOrder;
import dev.aiupscale.models.network.Operation.Convolution;
import dev.aiupscale.models.network.Operation.DepthToSpace;
import dev.aiupscale.models.network.Operation.NearestUpsampling;
import java.util.List;

/**
 * Convolves before a picture is enlarged, not behind it, where the convolution leaves fewer
 * channels: the enlarged values are then as few as the result's own.
 *
 * <p>Behind an enlargement by s to the nearest pixel, each of the s × s places in a pixel's block
 * sees equal pixels through several of the kernel's weights. The sums of those weights are a kernel
 * of its own for that place, on the pixels before the enlargement.
 */
final class ConvolutionBeforeUpsampling implements Rewrite {
  @Override
  public String name() {
    return "convolution-before-upsampling";
  }

  @Override
  public Network apply(Network network) {
    Rewriting rewriting = new Rewriting(network);
    for (Node node : network.nodes()) {
      if (node.operation() instanceof NearestUpsampling upsampling) {
        rewriting
            .onlyUserIfConvolution(node)
            .filter(behind -> reduces((Convolution) behind.operation()))
            .ifPresent(behind -> rewrite(rewriting, node, upsampling.factor(), behind));
      }
    }
    return rewriting.done();
  }

  private static boolean reduces(Convolution convolution) {
    return convolution.out() < convolution.in();
  }

  private static void rewrite(Rewriting rewriting, Node upsampling, int factor, Node behind) {
    Convolution convolution = (Convolution) behind.operation();
    Node before =
        new Node(behind.name() + "/places", byPlace(convolution, factor), upsampling.inputs());
    Operation shuffle = new DepthToSpace(factor, ChannelOrder.DCR);
    rewriting.replace(upsampling);
    rewriting.replace(behind, before, new Node(behind.name(), shuffle, List.of(before.name())));
  }

  /** Gives {@code factor²} times the channels: those of each place in a block, row by row. */
  private static Convolution byPlace(Convolution convolution, int factor) {
    int out = convolution.out();
    int places = factor * factor;
    int radius = (convolution.radius() + factor - 1) / factor;
    int kernel = 2 * radius + 1;
    int perChannel = convolution.in() * kernel * kernel;
    float[] weights = new float[places * out * perChannel];
    float[] bias = new float[places * out];
    for (int place = 0; place < places; place++) {
      for (int o = 0; o < out; o++) {
        int channel = place * out + o;
        bias[channel] = convolution.bias()[o];
        for (int i = 0; i < convolution.in(); i++) {
          for (int y = 0; y < convolution.kernel(); y++) {
            for (int x = 0; x < convolution.kernel(); x++) {
              int row = radius + Math.floorDiv(place / factor + y - convolution.radius(), factor);
              int column =
                  radius + Math.floorDiv(place % factor + x - convolution.radius(), factor);
              weights[channel * perChannel + (i * kernel + row) * kernel + column] +=
                  convolution.weight(o, i, y, x);
            }
          }
        }
      }
    }
    return new Convolution(places * out, convolution.in(), kernel, weights, bias);
  }
}
