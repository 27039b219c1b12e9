package dev.aiupscale.api.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiupscale.common.image.PixelSize;
import dev.aiupscale.common.image.SourceImage;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedSizeTest {
  private static final int MOST = 4;

  @ParameterizedTest
  @CsvSource({
    // picture, asked (0: not), result
    "640, 480, 1000, 0, 1000, 750",
    "640, 480, 0, 1000, 1333, 1000",
    "640, 480, 1000, 1000, 1000, 750",
    "480, 640, 1000, 1000, 750, 1000",
    "640, 480, 2560, 9999, 2560, 1920",
    "640, 480, 640, 0, 640, 480",
    "1, 20000, 0, 30000, 2, 30000"
  })
  void oneSideIsAsAskedAndTheOtherInProportion(
      int width, int height, int askedWidth, int askedHeight, int madeWidth, int madeHeight) {
    AskedSize asked = new AskedSize(given(askedWidth), given(askedHeight));

    assertThat(asked.fit(picture(width, height), MOST))
        .isEqualTo(new PixelSize(madeWidth, madeHeight));
  }

  @Test
  void lessThanThePictureHasAndMoreThanTheModelReachesAreRefusedWithWhatIsAllowed() {
    for (int width : new int[] {639, 2561, Integer.MAX_VALUE}) {
      AskedSize asked = new AskedSize(OptionalInt.of(width), OptionalInt.empty());

      assertThatThrownBy(() -> asked.fit(picture(640, 480), MOST))
          .hasMessageContaining("OPTION_INVALID")
          .hasMessageContaining("'width'")
          .hasMessageContaining("640 to 2560");
    }
  }

  private static OptionalInt given(int side) {
    return side == 0 ? OptionalInt.empty() : OptionalInt.of(side);
  }

  private static SourceImage picture(int width, int height) {
    return new SourceImage(width, height, "jpeg", 1, false);
  }
}
