package dev.aiupscale.api.image.colour;

/** What the interleaved samples of a pixel are. */
public enum Model {
  GREY(1, false),
  GREY_ALPHA(1, true),
  RGB(3, false),
  RGBA(3, true),
  /** Amounts of ink, 255 for full. */
  CMYK(4, false),
  CMYK_ALPHA(4, true);

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

  /** What is left when the colours have become sRGB: grey stays grey, inks become RGB. */
  public Model asSrgb() {
    return switch (this) {
      case CMYK -> RGB;
      case CMYK_ALPHA -> RGBA;
      default -> this;
    };
  }

  /** Samples a pixel, alpha included. */
  public int channels() {
    return alpha ? colours + 1 : colours;
  }
}
