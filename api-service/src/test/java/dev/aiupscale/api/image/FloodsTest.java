package dev.aiupscale.api.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatRuntimeException;

import dev.aiupscale.api.image.header.HeaderReader;
import dev.aiupscale.api.image.header.ImageFormat;
import dev.aiupscale.api.image.header.UploadBytes;
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
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are small pictures made of very many pieces. */
class FloodsTest {
  private static final int MANY = 200_100;

  /** A pass that looks at several bytes for each byte counts as several; so does a cold start. */
  private static final int MOST_PASSES = 40;

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
    Path file = Files.write(workDir.resolve("upload"), manyScans(2400, 100));
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

  @ParameterizedTest
  @CsvSource({"JPEG, ffd8ff, ffff", "JPEG, ffd8ffda0002, ff00", "GIF, 474946383961, 0121"})
  void aHeaderIsReadInAFewPassesOverItsFileWhateverItIsFilledWith(
      ImageFormat format, String start, String filling) {
    byte[] bytes = new byte[16 << 20];
    byte[] part = HexFormat.of().parseHex(filling);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = part[i % part.length];
    }
    byte[] head = HexFormat.of().parseHex(start);
    System.arraycopy(head, 0, bytes, 0, head.length);
    UploadBytes file = UploadBytes.of(bytes);

    long onePass = cpu(() -> assertThat(sum(file)).isNotZero());
    long header = cpu(() -> assertThatRuntimeException().isThrownBy(() -> read(format, file)));

    assertThat(header).isLessThan(MOST_PASSES * onePass);
  }

  private static void read(ImageFormat format, UploadBytes file) {
    HeaderReader.read(format, file);
  }

  private static long sum(UploadBytes file) {
    long sum = 0;
    for (int i = 0; i < file.size(); i++) {
      sum += file.u8(i);
    }
    return sum;
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

  @Test
  void aTiffOfATileFarLargerThanItsPictureIsRefused() throws IOException {
    int entries = 10;
    int data = 8 + 2 + 12 * entries + 4;
    ByteBuffer file = ByteBuffer.allocate(data + 64).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("II")).putShort((short) 42).putInt(8).putShort((short) entries);
    entry(file, 0x0100, 4, 1, 16);
    entry(file, 0x0101, 4, 1, 16);
    entry(file, 0x0102, 3, 1, 8);
    entry(file, 0x0103, 3, 1, 8);
    entry(file, 0x0106, 3, 1, 1);
    entry(file, 0x0115, 3, 1, 1);
    entry(file, 0x0142, 4, 1, 40_000);
    entry(file, 0x0143, 4, 1, 40_000);
    entry(file, 0x0144, 4, 1, data);
    entry(file, 0x0145, 4, 1, 64);

    assertRefused(file, ErrorCode.IMAGE_CORRUPT, "tiles are far larger than its picture");
  }

  /** The JDK's reader warns of the first thing alone: the cut behind the stray bytes is unheard. */
  @Test
  void aJpegThatIsCutBehindStrayBytesIsRefused() throws IOException {
    byte[] whole = TestPictures.progressiveJpeg();
    int second = indexOf(whole, indexOf(whole, 0, 0xda) + 2, 0xda);
    int next = indexOf(whole, second + 2, 0xc4);
    ByteBuffer file = ByteBuffer.allocate(whole.length + 60);
    file.put(whole, 0, next).put(new byte[60]).put(whole, next, whole.length - next);

    assertRefused(file, ErrorCode.IMAGE_CORRUPT, "damaged or ends early");
  }

  /** Where the next marker {@code 0xff marker} is. */
  private static int indexOf(byte[] bytes, int from, int marker) {
    int at = from;
    while ((bytes[at] & 0xff) != 0xff || (bytes[at + 1] & 0xff) != marker) {
      at++;
    }
    return at;
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
