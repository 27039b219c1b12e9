package dev.aiupscale.worker.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aiupscale.worker.upscale.CancelledException;
import dev.aiupscale.worker.upscale.TileEngine;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopTest {
  @TempDir Path directory;

  @Test
  void aStoppedEngineRunsNothingAnyMoreAndOthersOfItsModelDo() throws Exception {
    try (OnnxEngines engines = new OnnxEngines(directory, OnnxConfig.defaults());
        TileEngine stopped = engines.open(TinyNetwork.write(directory, 2, 1), 16, 12);
        TileEngine other = engines.open(TinyNetwork.write(directory, 2, 1), 16, 12)) {
      stopped.stop();

      assertThatExceptionOfType(CancelledException.class).isThrownBy(stopped::run);
      other.run();
    }
  }

  @Test
  void aRunThatWaitsForItsTurnWhenItIsStoppedDoesNotBegin() throws Exception {
    OnnxRuntime runtime = OnnxRuntime.of(OnnxConfig.defaults());
    try (OnnxTileEngine engine =
        OnnxModel.load(runtime, directory, TinyNetwork.write(directory, 2, 1))
            .open(16, 12, () -> {})) {
      runtime.turn().lock();
      CompletableFuture<Void> run = CompletableFuture.runAsync(engine::run);
      engine.stop();
      runtime.turn().unlock();

      assertThatExceptionOfType(CompletionException.class)
          .isThrownBy(run::join)
          .satisfies(e -> assertThat(e.getCause()).isInstanceOf(CancelledException.class));
    }
  }
}
