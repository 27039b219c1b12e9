package dev.aiupscale.models.rewrite;

import dev.aiupscale.models.network.Network;
import java.util.List;

/** A change that leaves what a network computes as it is, but for the rounding of floats. */
public interface Rewrite {
  /** In the order in which they are applied. */
  List<Rewrite> ALL =
      List.of(
          new FactorsIntoConvolutions(),
          new FactorsByChannel(),
          new ParametricReluByRelu(),
          new SumOfConvolutions(),
          new ConvolutionBeforeUpsampling());

  /** What descriptors call it. */
  String name();

  /** The changed network, or one that equals the given when there is nothing to change. */
  Network apply(Network network);
}
