package dev.aiupscale.worker.upscale;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class RepeatedTilesTest {
  private static final TileKey ONE = TileKey.of(new byte[] {1});
  private static final TileKey TWO = TileKey.of(new byte[] {2});
  private static final TileKey THREE = TileKey.of(new byte[] {3});

  private final RepeatedTiles tiles = new RepeatedTiles(20);

  @Test
  void theLeastRecentlyUsedIsForgottenWhenTheMemoryIsFull() {
    tiles.keep(ONE, ByteBuffer.allocate(10));
    tiles.keep(TWO, ByteBuffer.allocate(10));
    tiles.get(ONE);
    tiles.keep(THREE, ByteBuffer.allocate(10));

    assertThat(tiles.get(ONE)).isNotNull();
    assertThat(tiles.get(TWO)).isNull();
    assertThat(tiles.get(THREE)).isNotNull();
  }

  @Test
  void whatIsForgottenMakesRoom() {
    tiles.keep(ONE, ByteBuffer.allocate(20));
    tiles.forget(ONE);
    tiles.keep(TWO, ByteBuffer.allocate(10));
    tiles.keep(THREE, ByteBuffer.allocate(10));

    assertThat(tiles.get(TWO)).isNotNull();
    assertThat(tiles.get(THREE)).isNotNull();
  }

  @Test
  void aResultThatIsLargerThanAllOfItIsNotKept() {
    tiles.keep(ONE, ByteBuffer.allocate(10));
    tiles.keep(TWO, ByteBuffer.allocate(21));

    assertThat(tiles.get(ONE)).isNotNull();
    assertThat(tiles.get(TWO)).isNull();
  }

  @Test
  void aKeptResultIsACopyOfWhatTheEngineOverwrites() {
    ByteBuffer output = ByteBuffer.wrap(new byte[] {7, 7});
    tiles.keep(ONE, output);
    output.put(0, (byte) 9);

    assertThat(tiles.get(ONE)).containsExactly(7, 7);
  }
}
