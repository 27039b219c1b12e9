package dev.aiupscale.api.image.header;

import dev.aiupscale.common.image.BasicMetadata;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what may be kept out of IPTC data (IIM 4.2), and those out of Photoshop's resources. */
final class Iptc {
  /** Of Photoshop's resources, of which previews and paths need the most; the rest is not read. */
  static final int MOST_BYTES = 1 << 20;

  private static final int DATA_SET = 0x1c;
  private static final int APPLICATION_RECORD = 2;
  private static final int DATE_CREATED = 55;
  private static final int TIME_CREATED = 60;
  private static final int BY_LINE = 80;
  private static final int COPYRIGHT_NOTICE = 116;
  private static final int RESOURCE = 0x3842494d;
  private static final int IPTC_RESOURCE = 0x0404;

  private final List<String> byLines = new ArrayList<>();
  private @Nullable String date;
  private @Nullable String time;
  private @Nullable String copyright;

  private Iptc() {}

  /**
   * @param data the data sets; damaged ones are like none
   */
  static BasicMetadata read(byte @Nullable [] data) {
    Iptc found = new Iptc();
    if (data != null) {
      found.collect(ByteBuffer.wrap(data));
    }
    return found.metadata();
  }

  /**
   * @param resources a sequence of Photoshop's image resources, of which one may hold IPTC data
   */
  static BasicMetadata readPhotoshop(byte @Nullable [] resources) {
    ByteBuffer in = ByteBuffer.wrap(resources == null ? new byte[0] : resources);
    while (in.remaining() >= 12 && in.getInt() == RESOURCE) {
      int id = in.getShort() & 0xffff;
      int name = in.get() & 0xff;
      // Name with its length, and content, are filled up to even lengths.
      int content = in.position() + name + 1 - name % 2;
      if (content + 4 > in.limit()) {
        break;
      }
      int length = in.getInt(content);
      int at = content + 4;
      if (length < 0 || length > in.limit() - at) {
        break;
      }
      if (id == IPTC_RESOURCE) {
        byte[] data = new byte[length];
        in.get(at, data);
        return read(data);
      }
      in.position(Math.min(in.limit(), at + length + length % 2));
    }
    return BasicMetadata.NONE;
  }

  private void collect(ByteBuffer in) {
    while (in.remaining() >= 5 && in.get() == DATA_SET) {
      int record = in.get();
      int number = in.get() & 0xff;
      int length = in.getShort();
      // A negative length announces a longer form of it, which no text has.
      if (length < 0 || length > in.remaining()) {
        return;
      }
      byte[] bytes = new byte[length];
      in.get(bytes);
      String text = record == APPLICATION_RECORD ? Words.clean(Words.decode(bytes)) : null;
      if (text != null) {
        keep(number, text);
      }
    }
  }

  private void keep(int number, String text) {
    switch (number) {
      case DATE_CREATED -> date = text;
      case TIME_CREATED -> time = text;
      case BY_LINE -> byLines.add(text);
      case COPYRIGHT_NOTICE -> copyright = text;
      default -> {}
    }
  }

  private BasicMetadata metadata() {
    CaptureTime taken = CaptureTime.of(time == null ? date : date + " " + time);
    CaptureTime day = taken == null ? CaptureTime.of(date) : taken;
    return new BasicMetadata(
        copyright,
        Words.clean(String.join("; ", byLines)),
        day == null ? null : day.dateTime(),
        day == null ? null : day.offset(),
        null);
  }
}
