package dev.aiupscale.worker.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.onnxruntime.OrtException;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.common.model.ModelDescriptor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FittingBatchesTest {
  private static final TileShape SHAPE = new TileShape(16, 12, 2);
  private static final String CUDA_IS_FULL =
      "Error code - ORT_FAIL - message: CUDA failure 2: out of memory ; GPU=0";
  private static final String ARENA_IS_FULL =
      "Error code - ORT_RUNTIME_EXCEPTION - message: Non-zero status code returned while running"
          + " Conv node. Failed to allocate memory for requested buffer of size 1073741824";

  @TempDir Path directory;
  private OnnxNetwork real;

  @BeforeEach
  void load() throws IOException, OrtException {
    real = network(Fault.NONE);
  }

  @AfterEach
  void close() {
    real.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {CUDA_IS_FULL, ARENA_IS_FULL})
  void aBatchThatDoesNotFitIsRunInSmallerOnesWithTheSameResult(String full) throws OrtException {
    SmallDevice device = new SmallDevice(real, 3, full);
    FittingBatches batches = new FittingBatches(device, 8);

    assertThat(result(batches, 8)).isEqualTo(result(real, 8));
    assertThat(device.batches).containsExactly(8, 4, 2, 2, 2, 2);

    result(batches, 3);
    assertThat(device.batches).endsWith(2, 1);
  }

  @Test
  void theTilesThatAreNotFiniteAreToldWhateverBatchTheyWereIn() throws Exception {
    try (OnnxNetwork faulty = network(Fault.NOT_A_NUMBER)) {
      FittingBatches batches = new FittingBatches(new SmallDevice(faulty, 2, CUDA_IS_FULL), 5);
      ByteBuffer input = input(5);
      input.put(3 * SHAPE.inputBytes(), (byte) 255);

      BitSet found = batches.run(SHAPE, input, output(5), 5, TileRun.unwatched());

      assertThat(found.stream().boxed()).containsExactly(3);
    }
  }

  @Test
  void anotherFailureIsNotTriedAgain() {
    SmallDevice device = new SmallDevice(real, 3, "Error code - ORT_FAIL - message: bad weights");

    assertThatExceptionOfType(OrtException.class)
        .isThrownBy(() -> result(new FittingBatches(device, 8), 8));
    assertThat(device.batches).containsExactly(8);
  }

  @Test
  void aDeviceThatIsTooSmallForOneTileSaysSo() {
    TileNetwork full = new FittingBatches(new SmallDevice(real, 0, CUDA_IS_FULL), 1);
    try (OnnxTileEngine engine =
        new OnnxTileEngine(full, Optional.empty(), SHAPE, 1, new ReentrantLock(), () -> {})) {
      assertThatExceptionOfType(UpscaleException.class)
          .isThrownBy(engine::run)
          .withMessageContaining("too little memory for a tile of 16×12 pixels");
    }
  }

  private OnnxNetwork network(Fault fault) throws IOException, OrtException {
    ModelDescriptor model = TinyNetwork.write(directory, 2, fault);
    byte[] file = Files.readAllBytes(directory.resolve(model.file()));
    OnnxRuntime runtime = OnnxRuntime.of(OnnxConfig.defaults());
    return OnnxNetwork.load(runtime, NetworkGraph.read(file));
  }

  private static byte[] result(TileNetwork network, int tiles) throws OrtException {
    ByteBuffer output = output(tiles);
    network.run(SHAPE, input(tiles), output, tiles, TileRun.unwatched());
    byte[] result = new byte[output.capacity()];
    output.get(0, result);
    return result;
  }

  private static ByteBuffer input(int tiles) {
    ByteBuffer input = ByteBuffer.allocateDirect(tiles * SHAPE.inputBytes());
    Random random = new Random(3);
    for (int i = 0; i < input.capacity(); i++) {
      input.put(i, (byte) random.nextInt(200));
    }
    return input;
  }

  private static ByteBuffer output(int tiles) {
    return ByteBuffer.allocateDirect(tiles * SHAPE.outputBytes());
  }
}
