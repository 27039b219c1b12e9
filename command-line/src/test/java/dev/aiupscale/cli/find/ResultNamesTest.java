package dev.aiupscale.cli.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultNamesTest {
  @Test
  void aNameThatIsAloneLosesItsExtension() {
    assertThat(ResultNames.of(List.of("a.jpg", "x/a.jpg", "x/.b", "c")))
        .isEqualTo(Map.of("a.jpg", "a", "x/a.jpg", "x/a", "x/.b", "x/.b", "c", "c"));
  }

  @Test
  void namesThatDifferInTheirExtensionOrCaseAloneKeepTheirExtensions() {
    assertThat(ResultNames.of(List.of("a.jpg", "a.png", "B.png", "b.gif")))
        .isEqualTo(Map.of("a.jpg", "a.jpg", "a.png", "a.png", "B.png", "B.png", "b.gif", "b.gif"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noTwoPicturesShareAResultWhateverTheirNames(long seed) {
    Random random = new Random(seed);
    TreeSet<String> names = new TreeSet<>();
    for (int i = 0; i < 60; i++) {
      StringBuilder name = new StringBuilder(random.nextBoolean() ? "a" : "A");
      for (int part = random.nextInt(4); part > 0; part--) {
        name.append(List.of(".png", ".jpg", "-2", "/a", ".PNG").get(random.nextInt(5)));
      }
      names.add(name.toString());
    }

    List<String> results = new ArrayList<>(ResultNames.of(names).values());

    assertThat(results).hasSameSizeAs(names);
    assertThat(results.stream().map(name -> name.toLowerCase(Locale.ROOT))).doesNotHaveDuplicates();
  }
}
