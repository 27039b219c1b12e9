package dev.aiupscale.models.rewrite;

import dev.aiupscale.models.network.Network;
import java.util.List;

/** A change that leaves what a network computes as it is, but for the rounding of floats. */
public interface Rewrite {
  /** In the order in which they are applied. */
  List<Rewrite> ALL =
      List.of(
          new ConvolutionBeforeUpsampling(),
          new LinearFold(),
          new FactorsIntoConvolutions(),
          new FactorsByChannel(),
          new ParametricReluByRelu(),
          new SumOfConvolutions());

  /** What descriptors call it. */
  String name();

  /**
   * Whether it also leaves as they are the results at the border of a picture that is not mirrored
   * there, where each convolution of the published network pads with zeros.
   */
  default boolean keepsBorder() {
    return true;
  }

  /** Whether all of the rewrites that descriptors call so do. */
  static boolean keepBorder(List<String> passes) {
    return ALL.stream().filter(one -> passes.contains(one.name())).allMatch(Rewrite::keepsBorder);
  }

  /** The changed network, or one that equals the given when there is nothing to change. */
  Network apply(Network network);
}
