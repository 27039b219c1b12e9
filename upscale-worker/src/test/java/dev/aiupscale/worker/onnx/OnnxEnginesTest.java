package dev.aiupscale.worker.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.worker.upscale.TileEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxEnginesTest {
  @TempDir Path directory;

  @Test
  void theFingerprintNamesModelRuntimeAndProvider() throws IOException {
    ModelDescriptor tiny = TinyNetwork.write(directory, 2, 1);
    try (OnnxEngines engines = new OnnxEngines(directory, OnnxConfig.defaults())) {
      assertThat(engines.engineFingerprint(tiny))
          .matches("model sha256 [0-9a-f]{16}, onnxruntime 1\\.\\d+\\.\\d+, cpu, optimisation all")
          .contains(tiny.sha256().substring(0, 16));
    }
  }

  @Test
  void aFileThatIsNotTheDescriptorsIsNotRun() throws IOException {
    ModelDescriptor tiny = TinyNetwork.write(directory, 2, 1);
    Files.write(directory.resolve(tiny.file()), new byte[] {0}, StandardOpenOption.APPEND);

    assertCannotBeLoaded(tiny);
  }

  @Test
  void aMissingFileIsAModelFailure() throws IOException {
    ModelDescriptor tiny = TinyNetwork.write(directory, 2, 1);
    Files.delete(directory.resolve(tiny.file()));

    assertCannotBeLoaded(tiny);
  }

  @Test
  void moreModelsThanAreKeptRunAtTheSameTimeAndAfterEachOther() throws IOException {
    ModelDescriptor two = TinyNetwork.write(directory, 2, 1);
    ModelDescriptor three = TinyNetwork.write(directory, 3, 1);
    OnnxConfig defaults = OnnxConfig.defaults();
    OnnxConfig keepOne =
        new OnnxConfig(ExecutionProvider.CPU, 0, 1, false, defaults.arena(), 1, false, 1);
    try (OnnxEngines engines = new OnnxEngines(directory, keepOne)) {
      for (int round = 0; round < 3; round++) {
        try (TileEngine doubled = engines.open(two, 8, 6);
            TileEngine tripled = engines.open(three, 8, 6)) {
          doubled.run();
          tripled.run();
          assertThat(doubled.output().capacity()).isEqualTo(8 * 6 * 3 * 4);
          assertThat(tripled.output().capacity()).isEqualTo(8 * 6 * 3 * 9);
        }
      }
    }
  }

  @Test
  void cudaThatIsNotThereIsRefusedInsteadOfReplaced() {
    Assumptions.assumeFalse(OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA));

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                new OnnxEngines(
                    directory,
                    new OnnxConfig(ExecutionProvider.CUDA, 0, 1, false, true, 1, true, 16)))
        .withMessageContaining("cuda is not available on this machine");
  }

  private void assertCannotBeLoaded(ModelDescriptor model) {
    try (OnnxEngines engines = new OnnxEngines(directory, OnnxConfig.defaults())) {
      assertThatExceptionOfType(UpscaleException.class)
          .isThrownBy(() -> engines.open(model, 8, 8))
          .returns(ErrorCode.MODEL_FAILED, UpscaleException::code);
    }
  }
}
