package dev.aiupscale.api.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.JobState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All words of the pages are in all languages, and nowhere else. */
class PageTextsTest {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
  private static final Pattern IN_SCRIPTS = Pattern.compile("\\b(?:t|counted)\\('([^']+)'");
  private static final Pattern IN_TEMPLATES = Pattern.compile("\\{\\{([a-z]+\\.[A-Za-z0-9.-]+)}}");

  /** Names and numbers that are the same in every language. */
  private static final Pattern SAME_EVERYWHERE =
      Pattern.compile("AI Upscale|JPEG|PNG|WebP|[0-9:×·−+]+");

  private final Texts texts = new Texts();

  @ParameterizedTest
  @EnumSource
  void aLanguageHasTheTextsOfEnglishWithTheSamePlaces(Language language) {
    assertThat(texts.all(language)).containsOnlyKeys(texts.all(Language.EN).keySet());
    texts
        .all(Language.EN)
        .forEach(
            (key, english) -> {
              String text = texts.get(language, key);
              assertThat(places(text)).as(key).isEqualTo(places(english));
              assertThat(text).as(key).isNotBlank();
            });
  }

  @Test
  void whatPagesAndScriptsSayIsThere() throws IOException {
    for (String key : named()) {
      boolean found =
          texts.find(Language.EN, key).isPresent()
              || texts.find(Language.EN, key + ".other").isPresent();
      assertThat(found).as(key).isTrue();
    }
    for (ErrorCode code : ErrorCode.values()) {
      assertThat(texts.find(Language.EN, "problem." + code + ".advice")).isPresent();
    }
    for (JobState state : JobState.values()) {
      assertThat(texts.find(Language.EN, "state." + state)).isPresent();
    }
  }

  @Test
  void templatesHaveNoWordsOfTheirOwn() throws IOException {
    for (Path template : files("pages", ".html")) {
      String html = Files.readString(template).replaceAll("(?s)<!--.*?-->|\\{\\{[^}]*}}", "");
      String text = SAME_EVERYWHERE.matcher(html.replaceAll("(?s)<[^>]*>", " ")).replaceAll("");
      assertThat(text).as(template.toString()).isBlank();
      assertThat(html).doesNotContainPattern("(?:alt|aria-label|title|placeholder)=\"[^\"]*\\p{L}");
    }
  }

  @Test
  void scriptsShowNoWordsOfTheirOwn() throws IOException {
    for (Path script : files("META-INF/resources/js", ".js")) {
      assertThat(Files.readString(script))
          .as(script.toString())
          .doesNotContainPattern("(?:textContent|title|alt) = ['\"`][^'\"`$]*\\p{L}")
          .doesNotContainPattern("(?:say|confirm|prompt|alert)\\(['\"`]\\p{L}")
          .doesNotContainPattern("'aria-label': '")
          .doesNotContainPattern("toLocaleString\\((?!language)");
    }
  }

  private static List<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).sorted().toList();
  }

  private static TreeSet<String> named() throws IOException {
    TreeSet<String> keys = new TreeSet<>();
    for (Path script : files("META-INF/resources/js", ".js")) {
      IN_SCRIPTS.matcher(Files.readString(script)).results().forEach(m -> keys.add(m.group(1)));
    }
    for (Path template : files("pages", ".html")) {
      IN_TEMPLATES.matcher(Files.readString(template)).results().forEach(m -> keys.add(m.group(1)));
    }
    return keys;
  }

  private static List<Path> files(String folder, String ending) throws IOException {
    try (Stream<Path> all = Files.list(RESOURCES.resolve(folder))) {
      return all.filter(file -> file.toString().endsWith(ending)).collect(Collectors.toList());
    }
  }
}
