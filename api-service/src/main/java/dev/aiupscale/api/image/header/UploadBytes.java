package dev.aiupscale.api.image.header;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * An uploaded file as random access bytes that take no heap. A read past the end throws {@link
 * IndexOutOfBoundsException}, which the pipeline reports as a damaged file.
 */
public final class UploadBytes {
  private final ByteBuffer buffer;

  private UploadBytes(ByteBuffer buffer) {
    this.buffer = buffer.order(ByteOrder.BIG_ENDIAN);
  }

  /** Maps a file of less than 2 GiB. */
  public static UploadBytes map(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return new UploadBytes(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
    }
  }

  public static UploadBytes of(byte[] bytes) {
    return new UploadBytes(ByteBuffer.wrap(bytes));
  }

  /** A part of the bytes as if it were a file of its own. */
  public UploadBytes part(int at, int length) {
    return new UploadBytes(slice(at, length));
  }

  public int size() {
    return buffer.limit();
  }

  public int u8(int at) {
    return buffer.get(at) & 0xff;
  }

  public int u16(int at) {
    return buffer.getShort(at) & 0xffff;
  }

  public int u16le(int at) {
    return u8(at) | u8(at + 1) << 8;
  }

  public int u24le(int at) {
    return u16le(at) | u8(at + 2) << 16;
  }

  public long u32(int at) {
    return buffer.getInt(at) & 0xffff_ffffL;
  }

  public int s32le(int at) {
    return Integer.reverseBytes(buffer.getInt(at));
  }

  public long u32le(int at) {
    return s32le(at) & 0xffff_ffffL;
  }

  /** Whether the ASCII bytes of {@code text} stand at {@code at}; false past the end. */
  public boolean has(int at, String text) {
    if (at < 0 || at + text.length() > size()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (u8(at + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  public String ascii(int at, int length) {
    return new String(copy(at, length), StandardCharsets.ISO_8859_1);
  }

  /** Whether anything but zeros stands from {@code at} on. */
  boolean hasContent(int at) {
    for (int i = at; i < size(); i++) {
      if (u8(i) != 0) {
        return true;
      }
    }
    return false;
  }

  public byte[] copy(int at, int length) {
    byte[] bytes = new byte[checkedLength(at, length)];
    buffer.get(at, bytes);
    return bytes;
  }

  /** A view of {@code length} bytes; its positions start at 0. */
  public ByteBuffer slice(int at, int length) {
    return buffer.slice(at, checkedLength(at, length));
  }

  private int checkedLength(int at, int length) {
    if (at < 0 || length < 0 || length > size() - at) {
      throw new IndexOutOfBoundsException("the file ends within a block");
    }
    return length;
  }
}
