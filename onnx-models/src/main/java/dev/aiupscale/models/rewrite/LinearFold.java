package dev.aiupscale.models.rewrite;

import dev.aiupscale.models.network.Network;

/**
 * Composes the convolutions between two curves (such as ReLU) into one of the values that come from
 * curves, where that is less work. {@code esrgan-slim} bends 8 channels only before its 5 × 5
 * convolution: all 64-channel layers between are one 11 × 11 of the picture and one 7 × 7 of those.
 *
 * <p>Layers one by one pad each with zeros, the composed one its sources alone, so that results
 * differ within the network's radius of the bare picture's border (ADR 21).
 */
final class LinearFold implements Rewrite {
  @Override
  public String name() {
    return "linear-fold";
  }

  @Override
  public boolean keepsBorder() {
    return false;
  }

  @Override
  public Network apply(Network network) {
    Rewriting rewriting = new Rewriting(network);
    for (LinearPart part : LinearPart.all(network)) {
      if (part.foldedWork() < part.work()) {
        part.fold(rewriting);
      }
    }
    return rewriting.done();
  }
}
