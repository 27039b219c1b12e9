package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.json.Json;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.common.model.ModelStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The real models, prepared beforehand. */
final class Models {
  static final Path DIRECTORY = Path.of(System.getProperty("models.dir", ".data/models"));

  private Models() {}

  static ModelDescriptor require(String id, int scale) throws IOException {
    if (Files.isDirectory(DIRECTORY)) {
      try (Stream<Path> files = Files.list(DIRECTORY)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
          ModelDescriptor model = Json.read(Files.readAllBytes(file), ModelDescriptor.class);
          if (model.id().equals(id) && model.scale() == scale) {
            return model;
          }
        }
      }
    }
    throw new AssertionError(
        "the model %s ×%d is not in %s: run ./models (or ./run) once"
            .formatted(id, scale, DIRECTORY));
  }

  /** The same model in tiles of another size. */
  static ModelDescriptor withTile(ModelDescriptor model, int tile) {
    return with(model, tile, model.parts());
  }

  /** The same model, of which a tile goes through the whole at once. */
  static ModelDescriptor withoutParts(ModelDescriptor model) {
    return with(model, model.tile(), List.of());
  }

  private static ModelDescriptor with(ModelDescriptor model, int tile, List<ModelStage> parts) {
    return new ModelDescriptor(
        model.id(),
        model.scale(),
        model.description(),
        model.architecture(),
        model.licence(),
        model.source(),
        model.file(),
        model.sha256(),
        model.bytes(),
        model.halo(),
        model.haloErrorLevels(),
        model.exactHalo(),
        tile,
        model.gflopPerMegapixel(),
        model.passes(),
        model.stages(),
        parts,
        model.colourDrift());
  }
}
