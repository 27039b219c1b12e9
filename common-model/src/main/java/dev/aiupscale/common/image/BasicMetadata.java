package dev.aiupscale.common.image;

import org.jspecify.annotations.Nullable;

/**
 * What {@code metadata=keep-basic} carries from upload to result, and nothing else.
 *
 * @param copyright EXIF tag 0x8298
 * @param artist EXIF tag 0x013B
 * @param capturedAt EXIF tag 0x9003, in EXIF's own form {@code yyyy:MM:dd HH:mm:ss}
 */
public record BasicMetadata(
    @Nullable String copyright, @Nullable String artist, @Nullable String capturedAt) {
  public static final BasicMetadata NONE = new BasicMetadata(null, null, null);
}
