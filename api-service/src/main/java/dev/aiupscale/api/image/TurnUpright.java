package dev.aiupscale.api.image;

import dev.aiupscale.api.image.write.UprightRows;

/** Applies the EXIF orientation while the picture is read. */
final class TurnUpright implements Step {
  @Override
  public void apply(Normalisation work) {
    int orientation = work.header().exif().orientation();
    work.upright(new UprightRows(work.picture(), orientation));
    work.note(orientation == 1 ? null : "orientation %d applied".formatted(orientation));
  }
}
