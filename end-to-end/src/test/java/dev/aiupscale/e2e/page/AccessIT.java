package dev.aiupscale.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.e2e.RunningSystem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** The pages serve everybody: WCAG 2.2 AA by axe, phones of 320 pixels, a keyboard alone. */
class AccessIT {
  private static final Path AXE =
      RunningSystem.root().resolve("target/linters/node_modules/axe-core/axe.min.js");
  private static final String RUN =
      """
      const end = arguments[0];
      axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})
          .then(({violations}) => end(violations.flatMap(({id, nodes}) =>
              nodes.map(({target, failureSummary}) => `${id} ${target} ${failureSummary}`))),
            (error) => end([String(error)]));
      """;

  @TempDir Path folder;

  private final URI base = RunningSystem.shared().baseUri();

  @Test
  void noPageHasAViolationInEitherThemeAtAnyWidth() throws IOException {
    ChromeDriver driver = Browser.fresh();
    driver.get(base.resolve("/no-such-page").toString());
    check(driver, "lost");
    driver.get(base.resolve("/result/" + "0".repeat(64)).toString());
    new JobPage(driver).awaitGone();
    check(driver, "gone");
    StartPage.open(driver, base).withScripts();
    check(driver, "start");
    JobPage page = StartPage.here(driver).choose(TestPicture.png(folder, 1000, 700)).sendOne();
    check(driver, "loading");
    page.awaitResult();
    check(driver, "result");
    page.zoom("actual");
    check(driver, "zoomed");
    Path text = Files.writeString(folder.resolve("letter.png"), "Dear picture service,\n");
    StartPage.open(driver, base)
        .withScripts()
        .choose(TestPicture.png(folder, 31, 22), TestPicture.png(folder, 22, 31), text)
        .send("2 pictures")
        .awaitSummary("2 done · 1 with a problem")
        .history();
    check(driver, "list and history");
  }

  @Test
  void aKeyboardAloneIsEnough() throws IOException {
    ChromeDriver driver = Browser.fresh();
    StartPage start =
        StartPage.open(driver, base).withScripts().choose(TestPicture.png(folder, 60, 45));
    start.sizes();
    assertThat(tabTo(driver, "[name=model]:checked")).isTrue();
    driver.switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
    assertThat(tabTo(driver, "[name=upscalingOption]:checked")).isTrue();
    driver.switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
    assertThat(start.sizes()).contains("180 × 135");
    assertThat(tabTo(driver, "[data-submit]")).isTrue();
    driver.switchTo().activeElement().sendKeys(Keys.ENTER);
    JobPage page = new JobPage(driver).awaitResult();
    assertThat(page.declaredSize()).containsExactly(180, 135);
    for (String part : List.of("[role=slider]", "[data-download]", "[data-delete]")) {
      assertThat(tabTo(driver, part)).as(part).isTrue();
    }
  }

  /** Presses the tab key until the focus is there. */
  private static boolean tabTo(ChromeDriver driver, String selector) {
    for (int n = 0; n < 40; n++) {
      new Actions(driver).sendKeys(Keys.TAB).perform();
      Object there =
          driver.executeScript("return document.activeElement.matches(arguments[0])", selector);
      if (Boolean.TRUE.equals(there)) {
        return true;
      }
    }
    return false;
  }

  private static void check(ChromeDriver driver, String page) throws IOException {
    driver.executeScript(Files.readString(AXE));
    for (int width : new int[] {1280, 320}) {
      for (boolean dark : new boolean[] {false, true}) {
        Browser.look(driver, width, dark);
        assertThat((List<?>) driver.executeAsyncScript(RUN))
            .as(page + " at " + width + (dark ? ", dark" : ", light"))
            .isEmpty();
      }
      WebElement all = driver.findElement(By.tagName("html"));
      assertThat(all.getDomProperty("scrollWidth"))
          .as(page + " needs no scrolling to the side at " + width)
          .isEqualTo(all.getDomProperty("clientWidth"));
    }
    Browser.look(driver, 1280, false);
  }
}
