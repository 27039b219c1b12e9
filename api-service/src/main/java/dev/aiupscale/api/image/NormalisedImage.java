package dev.aiupscale.api.image;

import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.SourceImage;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An upload made upright, sRGB, 8 bit and free of private metadata.
 *
 * @param original the picture as JPEG, over white
 * @param losslessSource the picture as PNG where the upload came lossless or has alpha
 * @param notes what was done, a short sentence each
 */
public record NormalisedImage(
    SourceImage source,
    Path original,
    @Nullable Path losslessSource,
    BasicMetadata metadata,
    List<String> notes) {
  /** The note on a file whose metadata are in neither picture. */
  public static final String METADATA_STRIPPED = "metadata stripped";

  public NormalisedImage {
    notes = List.copyOf(notes);
  }
}
