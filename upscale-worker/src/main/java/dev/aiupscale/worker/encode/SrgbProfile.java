package dev.aiupscale.worker.encode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * sRGB (IEC 61966-2-1) as a small ICC profile of version 2, which more programs read than version
 * 4: primaries adapted to D50, and the curve in so many steps that no 8 bit value is off by a tenth
 * of a level.
 */
final class SrgbProfile {
  private static final int HEADER = 128;
  private static final int TAG = 12;
  private static final int VERSION = 0x02400000;
  private static final int SIGNATURE = 0x61637370;
  private static final int[] WHITE = {0xf6d6, 0x10000, 0xd32d};
  private static final int[] RED = {0x6fa0, 0x38f2, 0x038f};
  private static final int[] GREEN = {0x6296, 0xb789, 0x18da};
  private static final int[] BLUE = {0x24a0, 0x0f85, 0xb6c4};
  private static final int CURVE_POINTS = 128;
  private static final int CURVE_MOST = 65_535;

  /** Of a description: an empty Unicode form, and one for old Macintoshes. */
  private static final int OTHER_DESCRIPTIONS = 8 + 3 + 67;

  private static final byte[] BYTES = build();

  private SrgbProfile() {}

  static byte[] bytes() {
    return BYTES.clone();
  }

  private static byte[] build() {
    byte[] curve = curve();
    Map<String, byte[]> tags = new LinkedHashMap<>();
    tags.put("desc", description("sRGB"));
    tags.put("cprt", element("text", "No copyright, use freely\0"));
    tags.put("wtpt", colour(WHITE));
    tags.put("rXYZ", colour(RED));
    tags.put("gXYZ", colour(GREEN));
    tags.put("bXYZ", colour(BLUE));
    tags.put("rTRC", curve);
    tags.put("gTRC", curve);
    tags.put("bTRC", curve);
    int start = HEADER + 4 + TAG * tags.size();
    ByteBuffer profile = ByteBuffer.allocate(start).position(HEADER).putInt(tags.size());
    ByteArrayOutputStream elements = new ByteArrayOutputStream();
    int place = start;
    byte[] last = new byte[0];
    for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
      // The three curves are one element.
      if (tag.getValue() != last) {
        last = tag.getValue();
        place = start + elements.size();
        elements.writeBytes(last);
      }
      profile.put(ascii(tag.getKey())).putInt(place).putInt(last.length);
    }
    putHeader(profile.rewind(), start + elements.size());
    return ByteBuffer.allocate(start + elements.size())
        .put(profile.rewind())
        .put(elements.toByteArray())
        .array();
  }

  private static void putHeader(ByteBuffer profile, int size) {
    profile.putInt(size).putInt(0).putInt(VERSION).put(ascii("mntrRGB XYZ "));
    // When it was made: any day does, and each result has to be the same.
    profile.putShort((short) 2026).putShort((short) 1).putShort((short) 1).position(36);
    profile.putInt(SIGNATURE).position(68);
    putColour(profile, WHITE);
  }

  private static byte[] description(String name) {
    byte[] text = element("desc", "");
    int length = name.length() + 1;
    ByteBuffer out = ByteBuffer.allocate(padded(text.length + 4 + length + OTHER_DESCRIPTIONS));
    return out.put(text).putInt(length).put(ascii(name)).array();
  }

  private static byte[] element(String type, String text) {
    ByteBuffer out = ByteBuffer.allocate(padded(8 + text.length()));
    return out.put(ascii(type)).putInt(0).put(ascii(text)).array();
  }

  private static byte[] colour(int[] xyz) {
    ByteBuffer out = ByteBuffer.allocate(20).put(ascii("XYZ ")).putInt(0);
    putColour(out, xyz);
    return out.array();
  }

  private static void putColour(ByteBuffer out, int[] xyz) {
    for (int value : xyz) {
      out.putInt(value);
    }
  }

  private static byte[] curve() {
    ByteBuffer out = ByteBuffer.allocate(padded(12 + 2 * CURVE_POINTS));
    out.put(ascii("curv")).putInt(0).putInt(CURVE_POINTS);
    for (int i = 0; i < CURVE_POINTS; i++) {
      double encoded = (double) i / (CURVE_POINTS - 1);
      double light = encoded <= .04045 ? encoded / 12.92 : Math.pow((encoded + .055) / 1.055, 2.4);
      out.putShort((short) Math.round(light * CURVE_MOST));
    }
    return out.array();
  }

  private static int padded(int length) {
    return (length + 3) / 4 * 4;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
