package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.colour.Model;
import dev.aiupscale.api.image.colour.SourceColours;
import dev.aiupscale.api.image.header.Refusal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A decoded picture: 8 bit samples, interleaved, rows from top to bottom without padding. There is
 * one copy of the samples; steps change it in place.
 */
public final class Picture {
  /** What every Java runtime can make. */
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final int width;
  private final int height;
  private final byte[] samples;
  private final @Nullable SourceColours converted;
  private final Set<String> notes = new LinkedHashSet<>();
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
    long bytes = (long) width * height * model.channels();
    if (bytes > LARGEST_ARRAY) {
      throw Refusal.tooLarge(
          "The picture takes %d bytes when it is decoded; the limit is %d."
              .formatted(bytes, LARGEST_ARRAY));
    }
    return new byte[(int) bytes];
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

  /**
   * Remembers what its reader had to decide, for the picture's owner; told once however often.
   *
   * @param note a short sentence
   */
  void note(String note) {
    notes.add(note);
  }

  /** What its reader had to decide, a short sentence each. */
  public List<String> notes() {
    return List.copyOf(notes);
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
