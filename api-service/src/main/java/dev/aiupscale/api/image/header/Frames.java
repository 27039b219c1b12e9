package dev.aiupscale.api.image.header;

/**
 * How many pictures a file has, of which the first is taken.
 *
 * @param count those that were found or are declared, at least 1
 * @param all whether the file ends as it should, so that there are no more
 */
public record Frames(int count, boolean all) {
  static final Frames ONE = of(1);

  static Frames of(int count) {
    return new Frames(Math.max(1, count), true);
  }

  /** Whether there are others beside the first one. */
  public boolean areSeveral() {
    return count > 1 || !all;
  }

  /** Their number, or that it is not known. */
  public String number() {
    return all ? Integer.toString(count) : "several";
  }
}
