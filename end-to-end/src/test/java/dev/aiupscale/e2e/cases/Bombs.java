package dev.aiupscale.e2e.cases;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Files that are built to cost far more than they look like. Where one is a picture in the end, it
 * has 4,000 pixels a side.
 */
final class Bombs {
  /** The code that each meets. */
  static final Map<String, String> REFUSALS =
      Map.ofEntries(
          Map.entry("png-of-one-colour", "IMAGE_TOO_LARGE"),
          Map.entry("png-with-deflated-profile", "IMAGE_TOO_LARGE"),
          Map.entry("png-with-deflated-text", "IMAGE_TOO_LARGE"),
          Map.entry("png-of-many-chunks", "IMAGE_CORRUPT"),
          Map.entry("gif-of-many-frames", "IMAGE_TOO_LARGE"),
          Map.entry("tiff-of-one-tile-many-times", "IMAGE_TOO_LARGE"),
          Map.entry("jpeg-of-many-scans", "IMAGE_CORRUPT"),
          Map.entry("jpeg-of-far-too-many-scans", "IMAGE_TOO_LARGE"),
          Map.entry("jpeg-of-fill-bytes", "IMAGE_CORRUPT"),
          Map.entry("webp-of-many-chunks", "IMAGE_CORRUPT"));

  private static final int SIDE = 4_000;
  private static final int MANY = 200_100;
  private static final int MEGABYTE = 1 << 20;

  private Bombs() {}

  static Map<String, byte[]> all() {
    Map<String, byte[]> bombs = new TreeMap<>();
    byte[] none = new byte[0];
    bombs.put("png-of-one-colour", png(65_000, none));
    bombs.put("png-with-deflated-profile", png(SIDE, chunk("iCCP", named(zeros(512)))));
    bombs.put("png-with-deflated-text", png(SIDE, chunk("zTXt", named(zeros(512)))));
    bombs.put("png-of-many-chunks", png(10, repeated(chunk("tEXt", none), MANY)));
    bombs.put("gif-of-many-frames", gif(5_000));
    bombs.put("tiff-of-one-tile-many-times", tiff());
    bombs.put("jpeg-of-many-scans", jpeg(64));
    bombs.put("jpeg-of-far-too-many-scans", jpeg(200));
    bombs.put("jpeg-of-fill-bytes", fillBytes());
    bombs.put("webp-of-many-chunks", webp());
    return bombs;
  }

  /** One bit a pixel, all zero. */
  private static byte[] png(int side, byte[] chunks) {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(side).putInt(side).put((byte) 1);
    byte[] row = new byte[(side + 7) / 8 + 1];
    return joined(
        ascii("\u0089PNG\r\n\u001a\n"),
        chunk("IHDR", header.array()),
        chunks,
        chunk("IDAT", deflated(row, side)),
        chunk("IEND", new byte[0]));
  }

  private static byte[] chunk(String name, byte[] payload) {
    CRC32 crc = new CRC32();
    crc.update(ascii(name));
    crc.update(payload);
    return ByteBuffer.allocate(12 + payload.length)
        .putInt(payload.length)
        .put(ascii(name))
        .put(payload)
        .putInt((int) crc.getValue())
        .array();
  }

  private static byte[] named(byte[] deflated) {
    return joined(ascii("x\0\0"), deflated);
  }

  private static byte[] zeros(int megabytes) {
    return deflated(new byte[MEGABYTE], megabytes);
  }

  private static byte[] deflated(byte[] part, int times) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream deflater =
        new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION), 1 << 16)) {
      for (int i = 0; i < times; i++) {
        deflater.write(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A frame is the canvas in one colour: clear, the longest runs, end. */
  private static byte[] gif(int frames) {
    ByteBuffer canvas = little(13).put(ascii("GIF89a"));
    canvas.putShort((short) 9_000).putShort((short) 9_000);
    ByteBuffer frame = little(13).put((byte) 0x2c).putInt(0);
    frame.putShort((short) 9_000).putShort((short) 9_000).put((byte) 0);
    frame.put((byte) 2).put((byte) 0);
    return joined(canvas.array(), repeated(frame.array(), frames), ascii(";"));
  }

  /** 64 × 64 pixels, deflated, to which all tiles point. */
  private static byte[] tiff() {
    int across = (SIDE + 63) / 64;
    int tiles = across * across;
    byte[] tile = deflated(new byte[64 * 64], 1);
    int lists = 8 + 2 + 9 * 12 + 4;
    int pixels = lists + 8 * tiles;
    ByteBuffer file = little(pixels + tile.length);
    file.put(ascii("II*\0")).putInt(8).putShort((short) 9);
    int[][] entries = {
      {256, 1, SIDE},
      {257, 1, SIDE},
      {258, 1, 8},
      {259, 1, 8},
      {262, 1, 1},
      {322, 1, 64},
      {323, 1, 64},
      {324, tiles, lists},
      {325, tiles, lists + 4 * tiles}
    };
    for (int[] entry : entries) {
      file.putShort((short) entry[0]).putShort((short) 4).putInt(entry[1]).putInt(entry[2]);
    }
    file.putInt(0);
    for (int value : new int[] {pixels, tile.length}) {
      for (int i = 0; i < tiles; i++) {
        file.putInt(value);
      }
    }
    return file.put(tile).array();
  }

  /**
   * Progressive: one scan of even grey, the others, 63 for a whole file, of runs of empty blocks.
   */
  private static byte[] jpeg(int scans) {
    int blocks = (SIDE / 8) * (SIDE / 8);
    ByteBuffer start = ByteBuffer.allocate(200);
    start.putShort((short) 0xffd8).putShort((short) 0xffdb).putShort((short) 67).put((byte) 0);
    for (int i = 0; i < 64; i++) {
      start.put((byte) 1);
    }
    start.putShort((short) 0xffc2).putShort((short) 11).put((byte) 8);
    start.putShort((short) SIDE).putShort((short) SIDE).put(new byte[] {1, 1, 0x11, 0});
    start.put(table(0x00, 0x00)).put(table(0x10, 0xe0));
    byte[][] parts = new byte[scans + 2][];
    parts[0] = java.util.Arrays.copyOf(start.array(), start.position());
    parts[1] = joined(scan(0, 0), new byte[blocks / 8 + 1]);
    for (int i = 1; i < scans; i++) {
      int band = 1 + i % 63;
      parts[i + 1] = joined(scan(band, band), new byte[(blocks / 16_384 + 1) * 15 / 8 + 2]);
    }
    parts[scans + 1] = new byte[] {(byte) 0xff, (byte) 0xd9};
    return joined(parts);
  }

  /** A Huffman table whose only code is one bit long. */
  private static byte[] table(int id, int symbol) {
    byte[] table = new byte[22];
    ByteBuffer.wrap(table).putShort((short) 0xffc4).putShort((short) 20).put((byte) id);
    table[5] = 1;
    table[21] = (byte) symbol;
    return table;
  }

  private static byte[] scan(int first, int last) {
    return new byte[] {(byte) 0xff, (byte) 0xda, 0, 8, 1, 1, 0, (byte) first, (byte) last, 0};
  }

  private static byte[] fillBytes() {
    byte[] file = new byte[48 * MEGABYTE];
    java.util.Arrays.fill(file, (byte) 0xff);
    file[1] = (byte) 0xd8;
    return file;
  }

  private static byte[] webp() {
    ByteBuffer file = little(12 + 8 * MANY).put(ascii("RIFF"));
    file.putInt(file.capacity() - 8).put(ascii("WEBP"));
    for (int i = 0; i < MANY; i++) {
      file.putInt(i).putInt(0);
    }
    return file.array();
  }

  private static byte[] repeated(byte[] part, int times) {
    ByteBuffer all = ByteBuffer.allocate(part.length * times);
    for (int i = 0; i < times; i++) {
      all.put(part);
    }
    return all.array();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
