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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The directory that the services read their models from. */
public final class ModelsDirectory {
  private static final String DESCRIPTOR = ".json";

  private final Path directory;

  public ModelsDirectory(Path directory) {
    this.directory = directory;
  }

  /** What is installed, by name; what is no descriptor is left out. */
  public List<ModelDescriptor> descriptors() throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    List<ModelDescriptor> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(DESCRIPTOR)) {
          descriptor(name.substring(0, name.length() - DESCRIPTOR.length())).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /**
   * @param name of the descriptor's file, less its ending
   */
  public Optional<ModelDescriptor> descriptor(String name) throws IOException {
    Path json = directory.resolve(name + DESCRIPTOR);
    if (!Files.exists(json)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.read(Files.readAllBytes(json), ModelDescriptor.class));
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      return Optional.empty();
    }
  }

  /** The bytes of the model's ONNX file. */
  public byte[] onnx(ModelDescriptor model) throws IOException {
    return Files.readAllBytes(directory.resolve(model.file()));
  }

  /** The name of a file of the model that is missing or has another digest than it should. */
  public Optional<String> damaged(ModelDescriptor model) throws IOException {
    if (!has(model.file(), model.sha256())) {
      return Optional.of(model.file());
    }
    for (ModelStage piece : pieces(model)) {
      if (!has(piece.file(), piece.sha256())) {
        return Optional.of(piece.file());
      }
    }
    return Optional.empty();
  }

  private static List<ModelStage> pieces(ModelDescriptor model) {
    return Stream.of(model.stages(), model.parts()).flatMap(List::stream).toList();
  }

  private boolean has(String name, String sha256) throws IOException {
    Path file = directory.resolve(name);
    return Files.exists(file) && Sha256.of(Files.readAllBytes(file)).equals(sha256);
  }

  /** Whether the entry's files are there, whole, in that form, and of this version's making. */
  boolean hasCurrent(CatalogueEntry entry, Form form) throws IOException {
    Optional<ModelDescriptor> descriptor = descriptor(entry.name());
    return descriptor.isPresent()
        && damaged(descriptor.get()).isEmpty()
        && OnnxFile.producerVersion(onnx(descriptor.get())).equals(form.version());
  }

  /** Puts the ONNX files in place, then their descriptor: a reader never sees half of any. */
  public void write(Conversion conversion) throws IOException {
    ModelDescriptor descriptor = conversion.descriptor();
    Files.createDirectories(directory);
    replace(descriptor.file(), conversion.onnx());
    replaceAll(descriptor.stages(), conversion.stages());
    replaceAll(descriptor.parts(), conversion.parts());
    replace(descriptor.id() + "-x" + descriptor.scale() + DESCRIPTOR, Json.writePretty(descriptor));
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
