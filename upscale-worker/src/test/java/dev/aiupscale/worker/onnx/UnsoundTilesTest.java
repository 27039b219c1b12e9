package dev.aiupscale.worker.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.worker.upscale.TileEngine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnsoundTilesTest {
  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void aTileThatComesOutNotFiniteOrBlackFailsAndTheOthersDoNot(Fault fault) throws IOException {
    ModelDescriptor faulty = TinyNetwork.write(directory, 2, fault);
    try (OnnxEngines engines = new OnnxEngines(directory, OnnxConfig.defaults());
        TileEngine engine = engines.open(faulty, 16, 12)) {
      fill(engine.input(), 200);
      engine.run();
      engine.input().put(100, (byte) 251);

      assertThatExceptionOfType(UpscaleException.class)
          .isThrownBy(engine::run)
          .returns(ErrorCode.MODEL_FAILED, UpscaleException::code);
    }
  }

  @Test
  void theGuardLeavesTheResultAsItIs() throws IOException {
    assertThat(result(TinyNetwork.write(directory, 2, Fault.NOT_A_NUMBER)))
        .isEqualTo(result(TinyNetwork.write(directory, 2, Fault.NONE)));
  }

  @Test
  void aBlackResultOfABlackTileIsSound() throws IOException {
    ModelDescriptor black = TinyNetwork.write(directory, 2, 0);
    try (OnnxEngines engines = new OnnxEngines(directory, OnnxConfig.defaults());
        TileEngine engine = engines.open(black, 16, 12)) {
      fill(engine.input(), 0);
      engine.run();

      assertThat(engine.output().get(0)).isZero();
    }
  }

  private byte[] result(ModelDescriptor model) {
    try (OnnxEngines engines = new OnnxEngines(directory, OnnxConfig.defaults());
        TileEngine engine = engines.open(model, 16, 12)) {
      fill(engine.input(), 200);
      engine.run();
      byte[] result = new byte[engine.output().capacity()];
      engine.output().get(0, result);
      return result;
    }
  }

  private static void fill(ByteBuffer input, int brightest) {
    for (int i = 0; i < input.capacity(); i++) {
      input.put(i, (byte) Math.floorMod(i * 37, brightest + 1));
    }
  }
}
