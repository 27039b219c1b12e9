package dev.aiupscale.models.verify;

import dev.aiupscale.models.catalogue.CatalogueEntry;
import dev.aiupscale.models.catalogue.WeightsFormat;
import dev.aiupscale.models.fetch.PackageFiles;
import dev.aiupscale.models.run.Pixels;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * A picture and what the publisher's own program made of it.
 *
 * @param result the picture at the model's scale
 */
public record PublishedSample(Pixels picture, Pixels result) {
  private static final String PICTURE = "assets/fixture.png";

  /** The one that the entry's package ships; packages of ncnn's files ship none. */
  public static Optional<PublishedSample> of(CatalogueEntry entry, Path archive)
      throws IOException {
    if (entry.format() != WeightsFormat.TFJS_LAYERS) {
      return Optional.empty();
    }
    String result = "assets/samples/" + entry.scale() + "x/result.png";
    Map<String, byte[]> files =
        PackageFiles.read(archive, path -> path.equals(PICTURE) || path.equals(result));
    byte[] picture = files.get(PICTURE);
    byte[] made = files.get(result);
    return picture == null || made == null
        ? Optional.empty()
        : Optional.of(new PublishedSample(pixels(picture), pixels(made)));
  }

  private static Pixels pixels(byte[] png) throws IOException {
    return Pixels.of(ImageIO.read(new ByteArrayInputStream(png)));
  }
}
