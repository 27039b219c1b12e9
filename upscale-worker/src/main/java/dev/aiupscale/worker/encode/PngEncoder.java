package dev.aiupscale.worker.encode;

import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.Density;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Writes PNG, 8 bit RGB or RGBA, not interlaced; memory is a few strips of rows. */
public final class PngEncoder implements ImageEncoder {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'};
  private static final byte PERCEPTUAL = 0;
  private static final byte METRE = 1;
  private final BasicMetadata metadata;

  public PngEncoder(BasicMetadata metadata) {
    this.metadata = metadata;
  }

  @Override
  public void encode(RowSource rows, OutputStream out) throws IOException {
    out.write(SIGNATURE);
    chunk(out, "IHDR", header(rows));
    chunk(out, "sRGB", new byte[] {PERCEPTUAL});
    String software = "Software\0" + ExifBlock.SOFTWARE_NAME;
    chunk(out, "tEXt", software.getBytes(StandardCharsets.ISO_8859_1));
    Density density = metadata.density();
    if (density != null) {
      chunk(out, "pHYs", perMetre(density));
    }
    if (metadata.hasTexts()) {
      chunk(out, "eXIf", ExifBlock.of(metadata));
    }
    new PngRows(rows).writeTo(data -> chunk(out, "IDAT", data));
    chunk(out, "IEND", new byte[0]);
  }

  private static byte[] header(RowSource rows) {
    byte colourType = (byte) (rows.channels() == 4 ? 6 : 2);
    return ByteBuffer.allocate(13)
        .putInt(rows.width())
        .putInt(rows.height())
        .put(new byte[] {8, colourType, 0, 0, 0})
        .array();
  }

  private static byte[] perMetre(Density density) {
    return ByteBuffer.allocate(9)
        .putInt((int) Density.perMetre(density.x()))
        .putInt((int) Density.perMetre(density.y()))
        .put(METRE)
        .array();
  }

  private static void chunk(OutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.write(ByteBuffer.allocate(8).putInt(data.length).put(name).array());
    out.write(data);
    out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
