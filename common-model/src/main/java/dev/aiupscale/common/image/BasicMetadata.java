package dev.aiupscale.common.image;

import org.jspecify.annotations.Nullable;

/**
 * What is carried from upload to result, and nothing else: the density always, the texts with
 * {@code metadata=keep-basic}.
 *
 * @param copyright EXIF tag 0x8298
 * @param artist EXIF tag 0x013B
 * @param capturedAt EXIF tag 0x9003, in EXIF's own form {@code yyyy:MM:dd HH:mm:ss}; blanks stand
 *     for a time of day that is not known
 * @param captureOffset EXIF tag 0x9011, how far the clock was ahead of UTC: {@code +HH:mm}; null
 *     where the zone is not known
 * @param density null where the upload says nothing of it
 */
public record BasicMetadata(
    @Nullable String copyright,
    @Nullable String artist,
    @Nullable String capturedAt,
    @Nullable String captureOffset,
    @Nullable Density density) {
  public static final BasicMetadata NONE = new BasicMetadata(null, null, null, null, null);

  /** Whether somebody's own words are among it. */
  public boolean hasTexts() {
    return copyright != null || artist != null || capturedAt != null;
  }

  /** The same without what somebody wrote. */
  public BasicMetadata withoutTexts() {
    return NONE.with(density);
  }

  public BasicMetadata with(@Nullable Density other) {
    return new BasicMetadata(copyright, artist, capturedAt, captureOffset, other);
  }

  /** The same with what it lacks taken from {@code other}; a date and its zone go together. */
  public BasicMetadata orElse(BasicMetadata other) {
    boolean dated = capturedAt != null;
    return new BasicMetadata(
        copyright == null ? other.copyright : copyright,
        artist == null ? other.artist : artist,
        dated ? capturedAt : other.capturedAt,
        dated ? captureOffset : other.captureOffset,
        density == null ? other.density : density);
  }
}
