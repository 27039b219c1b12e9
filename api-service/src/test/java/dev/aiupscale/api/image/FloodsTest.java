package dev.aiupscale.api.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are small pictures made of very many pieces. */
class FloodsTest {
  private static final int MANY = 200_100;

  @TempDir Path workDir;

  @Test
  void aWebpOfManyChunksIsRefused() throws IOException {
    ByteBuffer file = ByteBuffer.allocate(12 + 8 * MANY).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(file.capacity() - 8).put(ascii("WEBP"));
    for (int i = 0; i < MANY; i++) {
      file.putInt(i).putInt(0);
    }

    assertRefused(file, ErrorCode.IMAGE_CORRUPT, "chunks");
  }

  @Test
  void aJpegOfManyScansOverManyPixelsIsRefusedFromItsHeader() throws IOException {
    int scans = 40;
    ByteBuffer file = ByteBuffer.allocate(2 + 13 + 10 * scans + 2);
    file.putShort((short) 0xffd8);
    file.putShort((short) 0xffc2).putShort((short) 11).put((byte) 8);
    file.putShort((short) 8000).putShort((short) 8000);
    file.put(new byte[] {1, 1, 0x11, 0});
    for (int i = 0; i < scans; i++) {
      file.putShort((short) 0xffda).putShort((short) 8).put(new byte[] {1, 1, 0, 0, 0, 0});
    }
    file.putShort((short) 0xffd9);

    assertRefused(file, ErrorCode.IMAGE_TOO_LARGE, "40 scans");
  }

  @Test
  void aProgressiveJpegIsGivenUpInTheMiddleWhenItsTimeIsOver() throws IOException {
    Path file = Files.write(workDir.resolve("upload"), manyScans(4000, 100));
    long wall = System.nanoTime();
    long whole = cpu(() -> normalise(file, Duration.ofMinutes(5)));
    Duration limit = Duration.ofNanos((System.nanoTime() - wall) / 5);

    long cut =
        cpu(
            () ->
                assertThatExceptionOfType(UpscaleException.class)
                    .isThrownBy(() -> normalise(file, limit))
                    .withMessageContaining("longer than the limit")
                    .returns(ErrorCode.IMAGE_TOO_LARGE, UpscaleException::code));

    assertThat(cut).isLessThan(whole * 3 / 5);
  }

  /** Progressive: one scan of even grey, the others of nothing but runs of empty blocks. */
  private static byte[] manyScans(int side, int scans) {
    int blocks = (side / 8) * (side / 8);
    ByteBuffer file = ByteBuffer.allocate(200 + blocks / 8 + scans * (20 + blocks / 8192));
    file.putShort((short) 0xffd8).putShort((short) 0xffdb).putShort((short) 67).put((byte) 0);
    for (int i = 0; i < 64; i++) {
      file.put((byte) 1);
    }
    file.putShort((short) 0xffc2).putShort((short) 11).put((byte) 8);
    file.putShort((short) side).putShort((short) side).put(new byte[] {1, 1, 0x11, 0});
    table(file, 0x00, 0x00);
    table(file, 0x10, 0xe0);
    scan(file, 0);
    file.position(file.position() + blocks / 8 + 1);
    for (int i = 1; i < scans; i++) {
      scan(file, 1 + i % 63);
      file.position(file.position() + (blocks / 16_384 + 1) * 15 / 8 + 2);
    }
    file.putShort((short) 0xffd9);
    return Arrays.copyOf(file.array(), file.position());
  }

  /** A Huffman table whose only code is one bit long. */
  private static void table(ByteBuffer file, int id, int symbol) {
    file.putShort((short) 0xffc4).putShort((short) 20).put((byte) id).put((byte) 1);
    file.put(new byte[15]).put((byte) symbol);
  }

  private static void scan(ByteBuffer file, int band) {
    file.putShort((short) 0xffda).putShort((short) 8).put(new byte[] {1, 1, 0});
    file.put((byte) band).put((byte) band).put((byte) 0);
  }

  private void normalise(Path file, Duration limit) {
    new ImageNormaliser(ImageLimits.DEFAULT, new DecodeGate(64_000_000), limit)
        .normalise(file, workDir);
  }

  /** Nanoseconds of this thread, which are not others' load. */
  private static long cpu(Runnable work) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    work.run();
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
  }

  @Test
  void aTiffOfManyStripsIsRefused() throws IOException {
    int entries = 9;
    int values = 8 + 2 + 12 * entries + 4;
    ByteBuffer file = ByteBuffer.allocate(values + MANY).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("II")).putShort((short) 42).putInt(8).putShort((short) entries);
    entry(file, 256, 3, 1, 8);
    entry(file, 257, 3, 1, 8);
    entry(file, 258, 3, 1, 8);
    entry(file, 259, 3, 1, 1);
    entry(file, 262, 3, 1, 1);
    entry(file, 273, 1, MANY, values);
    entry(file, 277, 3, 1, 1);
    entry(file, 278, 3, 1, 8);
    entry(file, 279, 1, MANY, values);

    assertRefused(file, ErrorCode.IMAGE_CORRUPT, "values in one tag");
  }

  private static void entry(ByteBuffer file, int tag, int type, int count, int value) {
    file.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void assertRefused(ByteBuffer bytes, ErrorCode code, String detail) throws IOException {
    Path file = Files.write(workDir.resolve("upload"), bytes.array());
    assertThatExceptionOfType(UpscaleException.class)
        .isThrownBy(() -> new ImageNormaliser(ImageLimits.DEFAULT).normalise(file, workDir))
        .withMessageContaining(detail)
        .returns(code, UpscaleException::code);
  }
}
