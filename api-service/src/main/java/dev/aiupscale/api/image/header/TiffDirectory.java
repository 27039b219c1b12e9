package dev.aiupscale.api.image.header;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One directory (IFD) of a TIFF file or of EXIF data, which has the same structure. Entries that
 * point outside the data are left out.
 */
public final class TiffDirectory {
  private static final int[] TYPE_SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};
  private static final int MAX_DIRECTORIES = 1000;
  private static final int RATIONAL = 5;
  private static final int RATIONAL_BYTES = 8;
  private static final int MOST_TEXT_BYTES = 1 << 16;

  private final ByteBuffer data;
  private final Map<Integer, Entry> entries = new HashMap<>();
  private final Set<Integer> outside = new HashSet<>();
  private final long next;

  private record Entry(int type, int count, int at) {}

  private TiffDirectory(ByteBuffer data, long offset) {
    this.data = data;
    int at = Math.toIntExact(offset);
    int count = data.getShort(at) & 0xffff;
    for (int i = 0; i < count; i++) {
      addEntry(at + 2 + 12 * i);
    }
    int end = at + 2 + 12 * count;
    this.next = end + 4 <= data.limit() ? data.getInt(end) & 0xffff_ffffL : 0;
  }

  /** The first directory of {@code tiff}, which begins with {@code II} or {@code MM}. */
  public static TiffDirectory first(ByteBuffer tiff) {
    ByteBuffer data = tiff.duplicate();
    data.order(data.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    if (data.getShort(2) != 42) {
      throw new IllegalArgumentException("no TIFF structure");
    }
    return new TiffDirectory(data, data.getInt(4) & 0xffff_ffffL);
  }

  private void addEntry(int at) {
    int type = data.getShort(at + 2) & 0xffff;
    long count = data.getInt(at + 4) & 0xffff_ffffL;
    if (type == 0 || type >= TYPE_SIZES.length) {
      return;
    }
    long bytes = count * TYPE_SIZES[type];
    long valueAt = bytes <= 4 ? at + 8 : data.getInt(at + 8) & 0xffff_ffffL;
    int tag = data.getShort(at) & 0xffff;
    if (valueAt + bytes > data.limit()) {
      outside.add(tag);
    } else if (count > 0) {
      entries.putIfAbsent(tag, new Entry(type, (int) count, (int) valueAt));
    }
  }

  /** The directory that {@code tag} points to, or null. */
  public @Nullable TiffDirectory child(int tag) {
    return has(tag) ? new TiffDirectory(data, number(tag, 0)) : null;
  }

  /** How many directories there are from this one on, without counting any twice. */
  public Frames pages() {
    Set<Long> seen = new HashSet<>();
    int length = 1;
    long at = next;
    while (at > 0 && at + 2 <= data.limit() && seen.add(at) && length < MAX_DIRECTORIES) {
      length++;
      long end = at + 2 + 12L * (data.getShort((int) at) & 0xffff);
      at = end + 4 <= data.limit() ? data.getInt((int) end) & 0xffff_ffffL : data.limit();
    }
    return new Frames(length, at + 2 <= data.limit());
  }

  public boolean has(int tag) {
    return entries.containsKey(tag);
  }

  /** Tags whose values would lie behind the end of the data. */
  public Set<Integer> outside() {
    return Set.copyOf(outside);
  }

  /** How many values {@code tag} has; 0 when it is absent. */
  public int count(int tag) {
    Entry entry = entries.get(tag);
    return entry == null ? 0 : entry.count;
  }

  /** The first value of an integer tag. */
  public long number(int tag, long fallback) {
    Entry entry = entries.get(tag);
    return entry == null ? fallback : value(entry, 0, fallback);
  }

  /** All values of an integer tag; empty when it is absent. */
  public long[] numbers(int tag) {
    Entry entry = entries.get(tag);
    Parts.require(count(tag), "values in one tag");
    long[] values = new long[entry == null ? 0 : entry.count];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(requireNonNull(entry), i, 0);
    }
    return values;
  }

  private long value(Entry entry, int index, long fallback) {
    return switch (entry.type) {
      case 1, 6, 7 -> data.get(entry.at + index) & 0xff;
      case 3, 8 -> data.getShort(entry.at + 2 * index) & 0xffff;
      case 4, 9, 13 -> data.getInt(entry.at + 4 * index) & 0xffff_ffffL;
      default -> fallback;
    };
  }

  /** The first value of a rational tag; 0 when it is absent or no number. */
  public double fraction(int tag) {
    double[] values = fractions(tag);
    return values.length == 0 ? 0 : values[0];
  }

  /** All values of a rational tag, 0 for what is no number; empty when it is absent. */
  public double[] fractions(int tag) {
    Entry entry = entries.get(tag);
    Parts.require(count(tag), "values in one tag");
    double[] values = new double[entry == null || entry.type != RATIONAL ? 0 : entry.count];
    for (int i = 0; i < values.length; i++) {
      int at = requireNonNull(entry).at + RATIONAL_BYTES * i;
      double denominator = data.getInt(at + 4) & 0xffff_ffffL;
      values[i] = denominator == 0 ? 0 : (data.getInt(at) & 0xffff_ffffL) / denominator;
    }
    return values;
  }

  /** The first of a tag's bytes, {@code most} at the most; null when it is absent. */
  public byte @Nullable [] bytes(int tag, int most) {
    Entry entry = entries.get(tag);
    if (entry == null) {
      return null;
    }
    byte[] bytes = new byte[Math.min(most, entry.count * TYPE_SIZES[entry.type])];
    data.get(entry.at, bytes);
    return bytes;
  }

  /** Of a tag that should be ASCII. */
  @Nullable String text(int tag) {
    byte[] bytes = bytes(tag, MOST_TEXT_BYTES);
    return bytes == null ? null : Words.decode(bytes);
  }
}
