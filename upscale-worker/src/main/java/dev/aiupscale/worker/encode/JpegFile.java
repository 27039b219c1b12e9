package dev.aiupscale.worker.encode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A baseline JPEG file of one scan, taken apart.
 *
 * @param bytes the whole file
 * @param frame where the SOF0 marker stands
 * @param start where the SOS marker stands
 * @param data where the scan's coded data begin; they reach to the EOI marker at the end
 */
record JpegFile(byte[] bytes, int frame, int start, int data) {
  static final byte[] END = {(byte) 0xFF, (byte) 0xD9};
  static final int TABLES = 0xC4;
  private static final int FRAME = 0xC0;
  private static final int SCAN = 0xDA;
  private static final int FIRST_RESTART = 0xD0;

  static JpegFile of(byte[] bytes) {
    int frame = 0;
    int at = 2;
    while (marker(bytes, at) != SCAN) {
      frame = marker(bytes, at) == FRAME ? at : frame;
      at = next(bytes, at);
    }
    return new JpegFile(bytes, frame, at, next(bytes, at));
  }

  static int marker(byte[] bytes, int at) {
    return bytes[at + 1] & 0xff;
  }

  /** Where the segment after the one at {@code at} begins. */
  static int next(byte[] bytes, int at) {
    return at + 2 + ((bytes[at + 2] & 0xff) << 8) + (bytes[at + 3] & 0xff);
  }

  /** All before the coded data, for a picture of this height and this restart interval. */
  byte[] header(int height, int restartInterval) {
    byte[] before = Arrays.copyOf(bytes, start);
    before[frame + 5] = (byte) (height >> 8);
    before[frame + 6] = (byte) height;
    ByteBuffer restart =
        ByteBuffer.allocate(6).putInt(0xFFDD0004).putShort((short) restartInterval);
    ByteArrayOutputStream header = new ByteArrayOutputStream(data + 6);
    header.writeBytes(before);
    header.writeBytes(restart.array());
    header.write(bytes, start, data - start);
    return header.toByteArray();
  }

  byte[] scan() {
    return Arrays.copyOfRange(bytes, data, bytes.length - END.length);
  }

  /**
   * @param index of the restart marker, 0 to 7
   */
  byte[] scanAfterRestart(int index) {
    byte[] scan = Arrays.copyOfRange(bytes, data - 2, bytes.length - END.length);
    scan[0] = (byte) 0xFF;
    scan[1] = (byte) (FIRST_RESTART + index);
    return scan;
  }
}
