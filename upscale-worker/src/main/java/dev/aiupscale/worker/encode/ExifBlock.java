package dev.aiupscale.worker.encode;

import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.Density;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what a result says of itself as EXIF: a big-endian TIFF block with two directories. */
final class ExifBlock {
  static final String SOFTWARE_NAME = "AI Upscale";

  private static final int X_RESOLUTION = 0x011A;
  private static final int Y_RESOLUTION = 0x011B;
  private static final int RESOLUTION_UNIT = 0x0128;
  private static final int INCH = 2;
  private static final int SOFTWARE = 0x0131;
  private static final int ARTIST = 0x013B;
  private static final int COPYRIGHT = 0x8298;
  private static final int EXIF_DIRECTORY = 0x8769;
  private static final int EXIF_VERSION = 0x9000;
  private static final int DATE_TIME_ORIGINAL = 0x9003;
  private static final int OFFSET_TIME_ORIGINAL = 0x9011;
  private static final int COLOUR_SPACE = 0xA001;
  private static final int SRGB = 1;
  private static final int HEADER = 8;

  private ExifBlock() {}

  /** The software, sRGB, and what {@code metadata} has. */
  static byte[] of(BasicMetadata metadata) {
    List<ExifEntry> exif = new ArrayList<>();
    exif.add(ExifEntry.bytes(EXIF_VERSION, "0232".getBytes(StandardCharsets.US_ASCII)));
    addText(exif, DATE_TIME_ORIGINAL, metadata.capturedAt());
    addText(exif, OFFSET_TIME_ORIGINAL, metadata.captureOffset());
    exif.add(ExifEntry.number16(COLOUR_SPACE, SRGB));
    List<ExifEntry> main = new ArrayList<>();
    Density density = metadata.density();
    if (density != null) {
      main.add(ExifEntry.fraction(X_RESOLUTION, density.x()));
      main.add(ExifEntry.fraction(Y_RESOLUTION, density.y()));
      main.add(ExifEntry.number16(RESOLUTION_UNIT, INCH));
    }
    main.add(ExifEntry.text(SOFTWARE, SOFTWARE_NAME));
    addText(main, ARTIST, metadata.artist());
    addText(main, COPYRIGHT, metadata.copyright());
    int exifStart = HEADER + bytes(main) + ExifEntry.BYTES;
    main.add(ExifEntry.number32(EXIF_DIRECTORY, exifStart));
    return block(main, exif, exifStart);
  }

  private static void addText(List<ExifEntry> entries, int tag, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      entries.add(ExifEntry.text(tag, text));
    }
  }

  private static byte[] block(List<ExifEntry> main, List<ExifEntry> exif, int exifStart) {
    ByteBuffer out = ByteBuffer.allocate(exifStart + bytes(exif));
    out.put(new byte[] {'M', 'M', 0, 42}).putInt(HEADER);
    putDirectory(out, main);
    putDirectory(out, exif);
    return out.array();
  }

  /** Of a directory with its values. */
  private static int bytes(List<ExifEntry> entries) {
    int outside = entries.stream().mapToInt(ExifEntry::bytesOutside).sum();
    return 2 + ExifEntry.BYTES * entries.size() + 4 + outside;
  }

  private static void putDirectory(ByteBuffer out, List<ExifEntry> entries) {
    int outside = out.position() + 2 + ExifEntry.BYTES * entries.size() + 4;
    out.putShort((short) entries.size());
    for (ExifEntry entry : entries) {
      entry.put(out, outside);
      outside += entry.bytesOutside();
    }
    out.putInt(0);
    out.position(outside);
  }
}
