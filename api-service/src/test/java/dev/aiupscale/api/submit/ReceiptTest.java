package dev.aiupscale.api.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptTest {
  @Test
  void whoJoinsHearsOfTheirOwnUnknownFieldsAndOfAllThatWasDoneToThePicture() {
    List<String> recorded =
        List.of(
            "orientation 6 applied",
            "field 'theirs' is not known and was ignored",
            "halo 9 pixels");

    assertThat(Receipt.ofJoined(List.of("mine"), recorded))
        .containsExactly(
            "orientation 6 applied", "halo 9 pixels", "field 'mine' is not known and was ignored");
  }

  @Test
  void aFieldsNameIsShownHarmlessly() {
    assertThat(Receipt.ofJoined(List.of("<b>\n" + "x".repeat(99)), List.of()))
        .containsExactly("field '?b??" + "x".repeat(36) + "' is not known and was ignored");
  }
}
