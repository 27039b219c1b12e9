package dev.aiupscale.api.image;

import dev.aiupscale.api.image.colour.ColourTransform;
import dev.aiupscale.api.image.colour.SourceColours;

/** Brings the picture's colours to sRGB, where its decoder has not done so. */
final class ConvertToSrgb implements Step {
  @Override
  public void apply(Normalisation work) {
    SourceColours converted = work.picture().converted();
    if (converted != null) {
      work.note(converted.note());
      return;
    }
    SourceColours colours = SourceColours.of(work.header().colour(), work.picture().model());
    ColourTransform transform = colours.transform();
    if (transform != null) {
      InPlace.apply(transform, work.picture(), work.deadline());
    }
    work.note(colours.note());
  }
}
