package dev.aiupscale.api.image.colour;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads a profile's name, as its maker gave it. */
final class IccDescription {
  private static final int TAGS = 128;
  private static final int DESC = 0x64657363;
  private static final int MLUC = 0x6d6c7563;
  private static final int MAX_LENGTH = 60;
  private static final String UNPRINTABLE = "(?U)[^\\p{Print}]";
  private static final int ENGLISH = 'e' << 8 | 'n';
  private static final int LANGUAGES = 16;
  private static final int LANGUAGE_LENGTH = 12;

  private IccDescription() {}

  /** "without a name" when there is none that can be read. */
  static String of(byte[] profile) {
    try {
      String name = read(ByteBuffer.wrap(profile)).replaceAll(UNPRINTABLE, "").strip();
      if (!name.isEmpty()) {
        return name.length() > MAX_LENGTH ? name.substring(0, MAX_LENGTH) : name;
      }
    } catch (RuntimeException damaged) {
      // A profile can convert colours and still have a damaged name.
    }
    return "without a name";
  }

  private static String read(ByteBuffer profile) {
    int count = profile.getInt(TAGS);
    for (int i = 0; i < count; i++) {
      int tag = TAGS + 4 + 12 * i;
      if (profile.getInt(tag) == DESC) {
        return text(profile, profile.getInt(tag + 4));
      }
    }
    return "";
  }

  private static String text(ByteBuffer profile, int at) {
    if (profile.getInt(at) == MLUC) {
      int name = english(profile, at);
      return string(profile, at + profile.getInt(name + 8), profile.getInt(name + 4), true);
    }
    return string(profile, at + 12, profile.getInt(at + 8), false);
  }

  /** Where the English name is told, or the first one. */
  private static int english(ByteBuffer profile, int at) {
    int names = profile.getInt(at + 8);
    for (int i = 0; i < names; i++) {
      int name = at + LANGUAGES + LANGUAGE_LENGTH * i;
      if (profile.getShort(name) == ENGLISH) {
        return name;
      }
    }
    return at + LANGUAGES;
  }

  private static String string(ByteBuffer profile, int at, int length, boolean wide) {
    byte[] bytes = new byte[Math.min(length, 4 * MAX_LENGTH)];
    profile.get(at, bytes);
    return new String(bytes, wide ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII);
  }
}
