package dev.aiupscale.api.image.decode;

/**
 * Alpha that nobody filled in: writers reserve a channel and leave it at 0, and other programs show
 * the picture.
 */
final class UnusedAlpha {
  private static final byte OPAQUE = (byte) 255;

  private UnusedAlpha() {}

  /** Makes a picture opaque that would be invisible all over. */
  static void ignore(Picture picture) {
    if (!picture.model().hasAlpha()) {
      return;
    }
    byte[] samples = picture.samples();
    int channels = picture.model().channels();
    for (int at = channels - 1; at < samples.length; at += channels) {
      if (samples[at] != 0) {
        return;
      }
    }
    for (int at = channels - 1; at < samples.length; at += channels) {
      samples[at] = OPAQUE;
    }
    picture.note("an alpha channel that is 0 all over ignored");
  }
}
