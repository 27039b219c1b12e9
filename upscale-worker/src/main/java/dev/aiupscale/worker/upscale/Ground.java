package dev.aiupscale.worker.upscale;

import java.util.Locale;

/** What a cut-out stood on when its edges were made soft. */
enum Ground {
  BLACK(0),
  WHITE(255);

  private final int level;

  Ground(int level) {
    this.level = level;
  }

  /** The sample that comes of mixing {@code colour} with the ground, 0 to 255 each. */
  float mixed(float colour, int opacity) {
    return level + (colour - level) * opacity / 255;
  }

  /**
   * The sample that was mixed with the ground.
   *
   * @param opacity 1 to 255
   */
  int unmixed(int mixed, int opacity) {
    return Math.max(0, Math.min(255, Math.round(level + (mixed - level) * 255f / opacity)));
  }

  /** The name in a sentence. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
