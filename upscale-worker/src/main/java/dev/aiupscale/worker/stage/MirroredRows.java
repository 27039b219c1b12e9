package dev.aiupscale.worker.stage;

/** The rows of a picture, mirrored at its border. */
public interface MirroredRows {
  /**
   * Fills {@code rgb} with pixels from {@code left} on.
   *
   * @param y and {@code left} may lie outside of the picture
   */
  void copy(int y, int left, byte[] rgb);
}
