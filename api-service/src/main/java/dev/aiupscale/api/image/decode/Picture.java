package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.colour.Model;
import dev.aiupscale.api.image.colour.SourceColours;
import org.jspecify.annotations.Nullable;

/**
 * A decoded picture: 8 bit samples, interleaved, rows from top to bottom without padding. There is
 * one copy of the samples; steps change it in place.
 */
public final class Picture {
  private final int width;
  private final int height;
  private final byte[] samples;
  private final @Nullable SourceColours converted;
  private Model model;

  public Picture(int width, int height, Model model) {
    this(width, height, model, room(width, height, model), null);
  }

  /** Takes {@code samples} over without a copy. */
  public Picture(int width, int height, Model model, byte[] samples) {
    this(width, height, model, samples, null);
  }

  /**
   * @param converted how the colours become sRGB while the picture is decoded
   */
  Picture(int width, int height, Model model, SourceColours converted) {
    this(width, height, model, room(width, height, model), converted);
  }

  private Picture(
      int width, int height, Model model, byte[] samples, @Nullable SourceColours converted) {
    this.converted = converted;
    this.width = width;
    this.height = height;
    this.model = model;
    this.samples = samples;
  }

  private static byte[] room(int width, int height, Model model) {
    return new byte[Math.multiplyExact(width * height, model.channels())];
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

  /** How the colours became sRGB already, or null where they are the file's own. */
  public @Nullable SourceColours converted() {
    return converted;
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
