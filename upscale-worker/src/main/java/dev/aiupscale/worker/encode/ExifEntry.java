package dev.aiupscale.worker.encode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** One tag of an EXIF directory with its value, big-endian. */
record ExifEntry(int tag, short type, int count, byte[] value) {
  static final int BYTES = 12;
  private static final short ASCII = 2;
  private static final short SHORT = 3;
  private static final short LONG = 4;
  private static final short RATIONAL = 5;
  private static final short UNDEFINED = 7;
  private static final int PARTS = 1000;

  static ExifEntry text(int tag, String text) {
    byte[] value = (text + "\0").getBytes(StandardCharsets.UTF_8);
    return new ExifEntry(tag, ASCII, value.length, value);
  }

  static ExifEntry number16(int tag, int number) {
    return new ExifEntry(tag, SHORT, 1, ByteBuffer.allocate(2).putShort((short) number).array());
  }

  static ExifEntry number32(int tag, int number) {
    return new ExifEntry(tag, LONG, 1, ByteBuffer.allocate(4).putInt(number).array());
  }

  /** To three decimals. */
  static ExifEntry fraction(int tag, double number) {
    int parts = (int) Math.round(number * PARTS);
    byte[] value = ByteBuffer.allocate(8).putInt(parts).putInt(PARTS).array();
    return new ExifEntry(tag, RATIONAL, 1, value);
  }

  static ExifEntry bytes(int tag, byte[] value) {
    return new ExifEntry(tag, UNDEFINED, value.length, value);
  }

  /** A value of up to 4 bytes stands in its entry itself; others begin at even positions. */
  int bytesOutside() {
    return value.length > 4 ? value.length + value.length % 2 : 0;
  }

  /** Writes the entry at the buffer's position, and a value that does not fit into it there. */
  void put(ByteBuffer out, int outside) {
    out.putShort((short) tag).putShort(type).putInt(count);
    if (bytesOutside() > 0) {
      out.putInt(outside).put(outside, value);
    } else {
      out.put(value).put(new byte[4 - value.length]);
    }
  }
}
