package dev.aiupscale.worker.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchSizeTest {
  private static final TileShape SHAPE = new TileShape(100, 100, 2);

  /** A device whose free memory falls by what a tile takes when the first one runs. */
  private static final class Device implements TileNetwork, DeviceMemory {
    private final long perTile;
    private long free;

    Device(long free, long perTile) {
      this.free = free;
      this.perTile = perTile;
    }

    @Override
    public BitSet run(
        TileShape shape, ByteBuffer input, ByteBuffer output, int tiles, TileRun run) {
      free -= perTile;
      return new BitSet();
    }

    @Override
    public OptionalLong freeBytes() {
      return OptionalLong.of(free);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 100, 16, 8", // 900 left, 720 usable
    "10000, 100, 16, 16",
    "150, 100, 16, 1",
    "1000, 0, 16, 16" // nothing was taken: the least that any network needs counts
  })
  void asManyTilesAsFitInFourFifthsOfWhatIsFree(int freeMib, int tileMib, int most, int batch)
      throws OrtException {
    Device device = new Device((long) freeMib << 20, (long) tileMib << 20);

    assertThat(new BatchSize(most, device).of(device, SHAPE)).isEqualTo(batch);
  }

  @Test
  void aDeviceThatTellsNothingGetsOneTileAtATime() throws OrtException {
    assertThat(new BatchSize(16, OptionalLong::empty).of(new Device(0, 0), SHAPE)).isEqualTo(1);
  }

  @Test
  void theDriversAnswerIsInMebibytes() {
    assertThat(DeviceMemory.parse("22513\n")).hasValue(22513L << 20);
    assertThat(DeviceMemory.parse("NVIDIA-SMI has failed")).isEmpty();
    assertThat(DeviceMemory.parse("[N/A]")).isEmpty();
  }
}
