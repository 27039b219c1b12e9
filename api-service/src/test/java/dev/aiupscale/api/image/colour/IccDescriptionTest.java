package dev.aiupscale.api.image.colour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class IccDescriptionTest {
  private static final int HEADER = 128;

  @Test
  void theEnglishNameIsToldOfSeveral() {
    assertThat(IccDescription.of(named("de", "Bildschirm", "en", "Screen v1.2")))
        .isEqualTo("Screen v1.2");
  }

  @Test
  void aNameInAnotherLanguageIsToldWithItsLetters() {
    assertThat(IccDescription.of(named("fr", "Écran\u0007 général"))).isEqualTo("Écran général");
  }

  @Test
  void aDamagedNameIsNone() {
    byte[] profile = named("en", "Screen");

    assertThat(IccDescription.of(java.util.Arrays.copyOf(profile, HEADER + 20)))
        .isEqualTo("without a name");
  }

  /** A profile of nothing but its name in some languages (ICC.1, type mluc). */
  private static byte[] named(String... languagesAndNames) {
    int names = languagesAndNames.length / 2;
    ByteBuffer profile = ByteBuffer.allocate(1000);
    profile.position(HEADER).putInt(1).put("desc".getBytes(StandardCharsets.US_ASCII));
    int text = profile.position() + 8;
    profile.putInt(text).putInt(1000 - text);
    profile.put("mluc".getBytes(StandardCharsets.US_ASCII)).putInt(0).putInt(names).putInt(12);
    int next = 16 + 12 * names;
    for (int i = 0; i < names; i++) {
      byte[] name = languagesAndNames[2 * i + 1].getBytes(StandardCharsets.UTF_16BE);
      profile.put(languagesAndNames[2 * i].getBytes(StandardCharsets.US_ASCII)).putShort((short) 0);
      profile.putInt(name.length).putInt(next);
      profile.put(text + next, name);
      next += name.length;
    }
    return profile.array();
  }
}
