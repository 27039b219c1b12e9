package dev.aiupscale.api.image;

import dev.aiupscale.api.image.colour.ColourTransform;
import dev.aiupscale.api.image.colour.InPlace;
import dev.aiupscale.api.image.colour.SourceColours;

/** Brings the picture's colours to sRGB. */
final class ConvertToSrgb implements Step {
  @Override
  public void apply(Normalisation work) {
    SourceColours colours = SourceColours.of(work.header().colour(), work.picture().model());
    ColourTransform transform = colours.transform();
    if (transform != null) {
      InPlace.apply(transform, work.picture(), work.deadline());
    }
    work.note(colours.note());
  }
}
