package dev.aiupscale.worker.encode;

import dev.aiupscale.common.image.BasicMetadata;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the metadata that a result may carry as EXIF: a big-endian TIFF block with two IFDs. */
final class ExifBlock {
  private static final int ARTIST = 0x013B;
  private static final int COPYRIGHT = 0x8298;
  private static final int EXIF_IFD = 0x8769;
  private static final int DATE_TIME_ORIGINAL = 0x9003;
  private static final short ASCII = 2;
  private static final short LONG = 4;
  private static final int HEADER = 8;
  private static final int ENTRY = 12;

  /** A text value and its tag. */
  private record Text(int tag, byte[] zeroTerminated) {}

  private ExifBlock() {}

  /** Empty when there is nothing to carry. */
  static Optional<byte[]> of(BasicMetadata metadata) {
    List<Text> main = new ArrayList<>();
    add(main, ARTIST, metadata.artist());
    add(main, COPYRIGHT, metadata.copyright());
    List<Text> exif = new ArrayList<>();
    add(exif, DATE_TIME_ORIGINAL, metadata.capturedAt());
    return main.isEmpty() && exif.isEmpty() ? Optional.empty() : Optional.of(block(main, exif));
  }

  private static void add(List<Text> texts, int tag, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      texts.add(new Text(tag, (value + "\0").getBytes(StandardCharsets.UTF_8)));
    }
  }

  private static byte[] block(List<Text> main, List<Text> exif) {
    int pointers = exif.isEmpty() ? 0 : 1;
    int exifStart = HEADER + ifdBytes(main, pointers);
    ByteBuffer out = ByteBuffer.allocate(exifStart + (exif.isEmpty() ? 0 : ifdBytes(exif, 0)));
    out.put(new byte[] {'M', 'M', 0, 42}).putInt(HEADER);
    putIfd(out, main, pointers, exifStart);
    if (!exif.isEmpty()) {
      putIfd(out, exif, 0, 0);
    }
    return out.array();
  }

  private static int ifdBytes(List<Text> texts, int pointers) {
    return 2
        + ENTRY * (texts.size() + pointers)
        + 4
        + texts.stream().mapToInt(text -> outside(text) ? text.zeroTerminated().length : 0).sum();
  }

  /** A value of up to 4 bytes stands in its entry itself. */
  private static boolean outside(Text text) {
    return text.zeroTerminated().length > 4;
  }

  private static void putIfd(ByteBuffer out, List<Text> texts, int pointers, int pointer) {
    int values = out.position() + 2 + ENTRY * (texts.size() + pointers) + 4;
    out.putShort((short) (texts.size() + pointers));
    for (Text text : texts) {
      byte[] value = text.zeroTerminated();
      out.putShort((short) text.tag()).putShort(ASCII).putInt(value.length);
      if (outside(text)) {
        out.putInt(values).put(values, value);
        values += value.length;
      } else {
        out.put(value).put(new byte[4 - value.length]);
      }
    }
    if (pointers > 0) {
      out.putShort((short) EXIF_IFD).putShort(LONG).putInt(1).putInt(pointer);
    }
    out.putInt(0);
    out.position(values);
  }
}
