package dev.aiupscale.worker.encode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.image.BasicMetadata;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EncoderMemoryTest {
  /** Noise, which no compression makes smaller; notes how far it was pulled ahead of the output. */
  private static final class Noise implements RowSource {
    private final Random random = new Random(1);
    private final ByteArrayOutputStream written;
    private long pulled;
    private long furthestAhead;

    Noise(ByteArrayOutputStream written) {
      this.written = written;
    }

    @Override
    public int width() {
      return 2000;
    }

    @Override
    public int height() {
      return 3000;
    }

    @Override
    public int channels() {
      return 3;
    }

    @Override
    public void next(byte[] row) {
      random.nextBytes(row);
      pulled += row.length;
      furthestAhead = Math.max(furthestAhead, pulled - written.size());
    }
  }

  @Test
  void aPngIsWrittenWhileItsRowsArePulled() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Noise noise = new Noise(written);

    new PngEncoder(BasicMetadata.NONE).encode(noise, written);

    assertThat(noise.furthestAhead).isLessThan(5 << 20);
  }

  @Test
  void aJpegIsWrittenWhileItsRowsArePulled() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Noise noise = new Noise(written);

    new JpegEncoder(100, BasicMetadata.NONE).encode(noise, written);

    assertThat(noise.furthestAhead).isLessThan(5 << 20);
  }
}
