package dev.aiupscale.api.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
  @ParameterizedTest
  @CsvSource({
    "'de-CH, fr;q=0.8', DE",
    "'nl, fr;q=0.8, en;q=0.9', EN",
    "'zh-Hant-TW', ZH",
    "'ja', JA",
    "'*', EN",
    "'nl', EN",
    "'not;a;list,,=', EN",
    ", EN"
  })
  void theBestOfWhatABrowserAcceptsIsSpoken(@Nullable String accepted, Language spoken) {
    assertThat(Language.accepted(accepted)).isEqualTo(spoken);
  }
}
