package dev.aiupscale.api.image.decode;

/**
 * A decoded picture: 8 bit samples, interleaved, rows from top to bottom without padding. There is
 * one copy of the samples; steps change it in place.
 */
public final class Picture {
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

  private final int width;
  private final int height;
  private final byte[] samples;
  private Model model;

  public Picture(int width, int height, Model model) {
    this(width, height, model, new byte[Math.multiplyExact(width * height, model.channels())]);
  }

  /** Takes {@code samples} over without a copy. */
  public Picture(int width, int height, Model model, byte[] samples) {
    this.width = width;
    this.height = height;
    this.model = model;
    this.samples = samples;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public Model model() {
    return model;
  }

  public byte[] samples() {
    return samples;
  }

  /** Index of the first sample of a pixel. */
  public int at(int x, int y) {
    return (y * width + x) * model.channels();
  }

  /** Says that the samples now mean something else that needs no more room. */
  public void reinterpret(Model changed) {
    this.model = changed;
  }
}
