package dev.aiupscale.worker.encode;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.aiupscale.common.image.BasicMetadata;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
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
  void aJpegNeverHoldsThePicture() throws IOException {
    encodeJpeg(10, 10);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long self = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(self);

    encodeJpeg(3000, 4000);

    long allocated = threads.getThreadAllocatedBytes(self) - before;
    assertThat(allocated).isLessThan(3000L * 4000 * 3 / 4);
  }

  private static void encodeJpeg(int width, int height) throws IOException {
    new JpegEncoder(80, false, BasicMetadata.NONE)
        .encode(new MadeRows(width, height, 3), OutputStream.nullOutputStream());
  }
}
