package dev.aiupscale.worker.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.onnxruntime.OrtException;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.worker.upscale.TileEngine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HalfPrecisionTest {
  private static final TileShape SHAPE = new TileShape(16, 12, 2);

  @TempDir Path directory;

  @Test
  void aHalfPreciseResultIsNearToTheSingleOneAndNotTheSame() throws IOException {
    ModelDescriptor model = TinyNetwork.write(directory, 2, Fault.NONE);

    byte[] single = result(model, false, 200);
    byte[] half = result(model, true, 200);

    assertThat(half).isNotEqualTo(single);
    for (int i = 0; i < half.length; i++) {
      assertThat((half[i] & 0xff) - (single[i] & 0xff)).as("sample %d", i).isBetween(-1, 1);
    }
  }

  @Test
  void aModelWithWeightsThatHalfPrecisionDoesNotHoldIsLeftAsItIs() throws IOException {
    byte[] file =
        Files.readAllBytes(directory.resolve(TinyNetwork.write(directory, 2, 1e6f).file()));
    NetworkGraph graph = NetworkGraph.read(file);
    byte[] before = graph.bytes();

    assertThat(HalfPrecision.apply(graph.graph())).isFalse();
    assertThat(graph.bytes()).isEqualTo(before);
  }

  /** A stand-in for an overflow, which the CPU provider hides by computing in float32. */
  @ParameterizedTest
  @EnumSource(names = {"NOT_A_NUMBER", "BLACK"})
  void onlyTheTileThatFailsInHalfPrecisionIsComputedInSingle(Fault fault) throws Exception {
    try (OnnxNetwork half = network(fault, true);
        OnnxNetwork single = network(Fault.NONE, false);
        OnnxTileEngine engine =
            new OnnxTileEngine(
                half, Optional.of(single), SHAPE, 3, new ReentrantLock(), () -> {})) {
      fill(engine.input(), 255);
      engine.run(3, share -> {});

      byte[] alone = bytes(engine.output());
      assertThat(tile(alone, 0)).isEqualTo(tile(result(faultless(), true, 255), 0));
      assertThat(tile(alone, 1)).isEqualTo(tile(result(faultless(), false, 255), 1));
      assertThat(tile(alone, 2)).isEqualTo(tile(result(faultless(), true, 255), 2));
    }
  }

  @Test
  void aTileThatFailsInSinglePrecisionTooHasFailed() throws IOException {
    ModelDescriptor model = TinyNetwork.write(directory, 2, Fault.NOT_A_NUMBER);

    assertThatExceptionOfType(UpscaleException.class).isThrownBy(() -> result(model, true, 255));
  }

  private ModelDescriptor faultless() throws IOException {
    return TinyNetwork.write(directory, 2, Fault.NONE);
  }

  private OnnxNetwork network(Fault fault, boolean half) throws IOException, OrtException {
    Path file = directory.resolve(TinyNetwork.write(directory, 2, fault).file());
    NetworkGraph graph = NetworkGraph.read(Files.readAllBytes(file));
    assertThat(!half || HalfPrecision.apply(graph.graph())).isTrue();
    return OnnxNetwork.load(OnnxRuntime.of(OnnxConfig.defaults()), graph);
  }

  private byte[] result(ModelDescriptor model, boolean half, int brightest) {
    OnnxConfig config = new OnnxConfig(ExecutionProvider.CPU, 0, 2, false, true, 1, half, 3);
    try (OnnxEngines engines = new OnnxEngines(directory, config);
        TileEngine engine = engines.open(model, SHAPE.width(), SHAPE.height())) {
      fill(engine.input(), brightest);
      engine.run(3, share -> {});
      return bytes(engine.output());
    }
  }

  /** The brightest sample is in the second tile alone. */
  private static void fill(ByteBuffer input, int brightest) {
    for (int i = 0; i < input.capacity(); i++) {
      int limit = i / SHAPE.inputBytes() == 1 ? brightest : 200;
      input.put(i, (byte) Math.floorMod(i * 37, limit + 1));
    }
  }

  private static byte[] bytes(ByteBuffer output) {
    byte[] bytes = new byte[output.capacity()];
    output.get(0, bytes);
    return bytes;
  }

  private static byte[] tile(byte[] output, int tile) {
    int from = tile * SHAPE.outputBytes();
    return Arrays.copyOfRange(output, from, from + SHAPE.outputBytes());
  }
}
