package dev.aiupscale.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.e2e.RunningSystem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;

/** The page of a job that is not done stays true, whatever happens to its connection. */
class FollowIT {
  @TempDir Path folder;

  private final URI base = RunningSystem.shared().baseUri();

  @Test
  void whereEventsDoNotComeThroughThePageLooksByItself() throws IOException {
    ChromeDriver driver = Browser.fresh();
    Browser.block(driver, "*/events");
    StartPage.open(driver, base)
        .withScripts()
        .choose(TestPicture.png(folder, 300, 200))
        .sendOne()
        .awaitResult();
  }

  @Test
  void aPageThatWasOfflineAndReloadedFindsItsPictureAgain() throws IOException {
    ChromeDriver driver = Browser.fresh();
    JobPage page =
        StartPage.open(driver, base)
            .withScripts()
            .choose(TestPicture.png(folder, 1500, 1000))
            .sendOne();
    page.awaitProgress();
    Browser.connect(driver, false);
    page.awaitTrouble();
    Browser.connect(driver, true);
    page.awaitNoTrouble();
    driver.navigate().refresh();
    page.awaitResult();
    assertThat(driver.getTitle()).startsWith("Done");
  }

  @Test
  void theTabShowsHowItGoesAndCancellingErasesThePicture() throws IOException {
    ChromeDriver driver = Browser.fresh();
    JobPage page =
        StartPage.open(driver, base)
            .withScripts()
            .choose(TestPicture.png(folder, 1700, 1300))
            .sendOne();
    page.awaitProgress();
    assertThat(driver.getTitle()).matches("(\\d+%|Waiting) · AI Upscale");
    assertThat(page.icon()).startsWith("data:image/svg+xml");
    page.cancel();
    driver.navigate().refresh();
    assertThat(page.awaitGone()).contains("not here");
  }
}
