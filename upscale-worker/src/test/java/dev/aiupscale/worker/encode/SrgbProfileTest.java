package dev.aiupscale.worker.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import org.junit.jupiter.api.Test;

/** The profile in results, as the JDK's colour management reads it. */
class SrgbProfileTest {
  private static final float LEVEL = 1f / 255;
  private static final ICC_ColorSpace SPACE =
      new ICC_ColorSpace(ICC_Profile.getInstance(SrgbProfile.bytes()));

  @Test
  void itIsSmallAndOfADisplay() {
    ICC_Profile profile = ICC_Profile.getInstance(SrgbProfile.bytes());

    assertThat(SrgbProfile.bytes().length).isLessThan(800);
    assertThat(profile.getProfileClass()).isEqualTo(ICC_Profile.CLASS_DISPLAY);
    assertThat(profile.getColorSpaceType()).isEqualTo(ColorSpace.TYPE_RGB);
  }

  @Test
  void greysStayWhatTheyAre() {
    for (int value = 0; value < 256; value++) {
      float[] grey = {value * LEVEL, value * LEVEL, value * LEVEL};
      for (float shown : shown(grey)) {
        assertThat(shown).isCloseTo(value * LEVEL, within(.3f * LEVEL));
      }
    }
  }

  /**
   * Where the JDK's own profile, which it shows colours in, has its primaries rounded otherwise.
   */
  @Test
  void coloursStayWhatTheyAreWithinTwoLevels() {
    for (int i = 0; i < 18 * 18 * 18; i++) {
      float[] colour = {level(i), level(i / 18), level(i / 324)};
      float[] shown = shown(colour);
      for (int channel = 0; channel < 3; channel++) {
        assertThat(shown[channel]).isCloseTo(colour[channel], within(2 * LEVEL));
      }
    }
  }

  private static float[] shown(float[] colour) {
    return SPACE.toRGB(colour);
  }

  private static float level(int step) {
    return step % 18 * 15 * LEVEL;
  }
}
