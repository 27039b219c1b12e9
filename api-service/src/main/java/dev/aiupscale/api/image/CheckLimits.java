package dev.aiupscale.api.image;

import dev.aiupscale.api.image.header.ImageHeader;
import dev.aiupscale.api.image.header.Refusal;

/** Refuses pictures without or with too many pixels, before any memory is taken for them. */
final class CheckLimits implements Step {
  private final ImageLimits limits;

  CheckLimits(ImageLimits limits) {
    this.limits = limits;
  }

  @Override
  public void apply(Normalisation work) {
    ImageHeader header = work.header();
    if (header.width() < 1 || header.height() < 1) {
      throw Refusal.corrupt(
          "The picture says that it is %d × %d pixels.".formatted(header.width(), header.height()));
    }
    // Sides first: a product of two 32 bit sides could overflow.
    if (Math.max(header.width(), header.height()) > ImageLimits.MAX_SIDE) {
      throw Refusal.tooLarge(
          "The picture is %d × %d pixels; the limit is %d a side."
              .formatted(header.width(), header.height(), ImageLimits.MAX_SIDE));
    }
    if (header.pixels() > limits.maxPixels()) {
      throw Refusal.tooLarge(
          "The picture has %d pixels (%d × %d); the limit is %d."
              .formatted(header.pixels(), header.width(), header.height(), limits.maxPixels()));
    }
  }
}
