package dev.aiupscale.api.image;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
