package dev.aiupscale.api.image;

import dev.aiupscale.api.image.decode.Picture;

/** Looks whether any pixel is really not opaque; an alpha channel alone says nothing. */
final class FindTransparency implements Step {
  @Override
  public void apply(Normalisation work) {
    Picture picture = work.picture();
    work.alpha(picture.model().hasAlpha() && hasTransparentPixel(picture));
    work.note(work.alpha() ? "alpha flattened over white in the stored original" : null);
  }

  private static boolean hasTransparentPixel(Picture picture) {
    byte[] samples = picture.samples();
    int channels = picture.model().channels();
    for (int at = channels - 1; at < samples.length; at += channels) {
      if (samples[at] != (byte) 255) {
        return true;
      }
    }
    return false;
  }
}
