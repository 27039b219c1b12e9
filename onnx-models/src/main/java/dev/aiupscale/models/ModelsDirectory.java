package dev.aiupscale.models;

import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.common.json.Json;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.common.model.ModelStage;
import dev.aiupscale.models.catalogue.CatalogueEntry;
import dev.aiupscale.models.onnx.OnnxFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The directory that the services read their models from. */
final class ModelsDirectory {
  private final Path directory;

  ModelsDirectory(Path directory) {
    this.directory = directory;
  }

  /** Whether the entry's files are there, whole, and made by this version of the converter. */
  boolean hasCurrent(CatalogueEntry entry) throws IOException {
    Path onnx = directory.resolve(entry.name() + ".onnx");
    Path json = directory.resolve(entry.name() + ".json");
    if (!Files.exists(onnx) || !Files.exists(json)) {
      return false;
    }
    byte[] bytes = Files.readAllBytes(onnx);
    if (!OnnxFile.producerVersion(bytes).equals(Conversion.VERSION)) {
      return false;
    }
    try {
      ModelDescriptor descriptor = Json.read(Files.readAllBytes(json), ModelDescriptor.class);
      return descriptor.sha256().equals(Sha256.of(bytes))
          && hasAll(descriptor.stages())
          && hasAll(descriptor.parts());
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      return false;
    }
  }

  private boolean hasAll(List<ModelStage> stages) throws IOException {
    for (ModelStage stage : stages) {
      Path file = directory.resolve(stage.file());
      if (!Files.exists(file) || !Sha256.of(Files.readAllBytes(file)).equals(stage.sha256())) {
        return false;
      }
    }
    return true;
  }

  /** Puts the ONNX files in place, then their descriptor: a reader never sees half of any. */
  void write(Conversion conversion) throws IOException {
    ModelDescriptor descriptor = conversion.descriptor();
    String name = descriptor.id() + "-x" + descriptor.scale();
    Files.createDirectories(directory);
    replace(descriptor.file(), conversion.onnx());
    replaceAll(descriptor.stages(), conversion.stages());
    replaceAll(descriptor.parts(), conversion.parts());
    replace(name + ".json", Json.writePretty(descriptor));
  }

  private void replaceAll(List<ModelStage> stages, List<byte[]> files) throws IOException {
    for (int i = 0; i < stages.size(); i++) {
      replace(stages.get(i).file(), files.get(i));
    }
  }

  private void replace(String name, byte[] bytes) throws IOException {
    // Not createTempFile: its files are the owner's alone, and the services may run as another.
    Path scratch = directory.resolve(name + "." + ProcessHandle.current().pid() + ".part");
    try {
      Files.write(scratch, bytes);
      Files.move(
          scratch,
          directory.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(scratch);
    }
  }
}
