package dev.aiupscale.api.image.header;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes what somebody wrote into a file fit to be told on. */
final class Words {
  private static final int MOST = 500;
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{IsNoncharacter_Code_Point}\\uFFFD]+");
  private static final Charset LATIN_1_OF_WINDOWS = Charset.forName("windows-1252");

  private Words() {}

  /**
   * The text of bytes of which nobody says what they are, or says ASCII, which is not kept to: they
   * are UTF-8 where they can be, else Latin-1 with the marks that Windows has besides.
   */
  static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, LATIN_1_OF_WINDOWS);
    }
  }

  /** One line of bounded length without control characters, or null. */
  static @Nullable String clean(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String plain = CONTROL.matcher(text).replaceAll(" ").strip();
    if (plain.isEmpty()) {
      return null;
    }
    return plain.length() <= MOST ? plain : plain.substring(0, MOST);
  }
}
