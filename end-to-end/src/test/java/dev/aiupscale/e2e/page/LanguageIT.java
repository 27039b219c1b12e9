package dev.aiupscale.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.e2e.RunningSystem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** The pages speak the visitor's language, numbers included. */
class LanguageIT {
  @TempDir Path folder;

  private final URI base = RunningSystem.shared().baseUri();

  @ParameterizedTest
  @CsvSource({
    "'de-AT,de;q=0.9,en;q=0.5', de, 'Kleines Bild?', '1.250 × 900'",
    "'es-MX', es, '¿Imagen pequeña?', '1250 × 900'",
    "'fr-CA,fr', fr, 'Petite image ?', '1\u202f250 × 900'",
    "'ja', ja, '小さな画像を、', '1,250 × 900'",
    "'zh-Hans-CN', zh, '图片太小？', '1,250 × 900'",
    "'nl,pt', en, 'Small picture?', '1,250 × 900'"
  })
  void theBrowsersLanguageIsSpoken(String asked, String tag, String words, String size)
      throws IOException {
    ChromeDriver driver = Browser.fresh();
    Browser.speak(driver, asked);
    StartPage start = StartPage.open(driver, base).withScripts();
    assertThat(lang(driver)).isEqualTo(tag);
    assertThat(driver.findElement(By.tagName("h1")).getText()).startsWith(words);
    assertThat(start.choose(TestPicture.png(folder, 1250, 900)).sizes()).startsWith(size + " → ");
  }

  @Test
  void aChosenLanguageStaysOnEveryPage() {
    ChromeDriver driver = Browser.fresh();
    driver.get(base.resolve("/").toString());
    driver.findElement(By.linkText("Deutsch")).click();
    StartPage.here(driver).withScripts();
    assertThat(lang(driver)).isEqualTo("de");
    driver.get(base.resolve("/result/" + "0".repeat(64)).toString());
    assertThat(new JobPage(driver).awaitGone()).contains("Dieses Bild ist nicht hier");
    driver.get(base.resolve("/no-such-page").toString());
    assertThat(lang(driver)).isEqualTo("de");
  }

  private static String lang(ChromeDriver driver) {
    return String.valueOf(driver.findElement(By.tagName("html")).getDomAttribute("lang"));
  }
}
