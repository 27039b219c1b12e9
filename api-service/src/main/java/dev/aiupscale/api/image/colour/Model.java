package dev.aiupscale.api.image.colour;

/** What the interleaved samples of a pixel are. */
public enum Model {
  GREY(1, false),
  GREY_ALPHA(1, true),
  RGB(3, false),
  RGBA(3, true),
  /** Amounts of ink, 255 for full. */
  CMYK(4, false);

  private final int colours;
  private final boolean alpha;

  Model(int colours, boolean alpha) {
    this.colours = colours;
    this.alpha = alpha;
  }

  /** Samples of colour a pixel. */
  public int colours() {
    return colours;
  }

  public boolean hasAlpha() {
    return alpha;
  }

  /** Samples a pixel, alpha included. */
  public int channels() {
    return alpha ? colours + 1 : colours;
  }
}
