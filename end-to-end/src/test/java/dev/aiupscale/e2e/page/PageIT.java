package dev.aiupscale.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.e2e.RunningSystem;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;

/** The page in a real browser, against the running system. */
class PageIT {
  @TempDir Path folder;

  private final URI base = RunningSystem.shared().baseUri();

  @Test
  void aPictureBecomesItsResultOnThePageWithoutAReload() throws IOException {
    Path picture = TestPicture.png(folder, 1600, 1200);
    with(
        Browser.start(),
        driver -> {
          StartPage start = StartPage.open(driver, base).withModels().choose(picture);
          assertThat(start.sizes()).contains("1,600 × 1,200 → 3,200 × 2,400");
          JobPage page = start.sendOne().mark();
          assertThat(page.movingProgress()).hasSizeGreaterThan(1);
          page.awaitResult();
          assertThat(page.isMarked()).as("the same document").isTrue();
          assertThat(page.declaredSize()).containsExactly(3200, 2400);
          assertThat(sizeOf(page.download())).isEqualTo(page.declaredSize());
        });
  }

  @Test
  void theLineBetweenBeforeAndAfterMovesByKeysAndByMouse() throws IOException {
    Path picture = TestPicture.png(folder, 320, 240);
    with(
        Browser.start(),
        driver -> {
          JobPage page =
              StartPage.open(driver, base).withModels().choose(picture).sendOne().awaitResult();
          String cutAtFirst = page.cutOfBefore();
          page.moveLineByKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.PAGE_UP);
          assertThat(page.line()).isEqualTo(64);
          assertThat(page.cutOfBefore()).isNotEqualTo(cutAtFirst);
          page.dragLine(-200);
          assertThat(page.line()).isBetween(1, 55);
          page.moveLineByKeys(Keys.END);
          assertThat(page.line()).isEqualTo(100);
        });
  }

  @Test
  void severalPicturesStayInAListAndEachGetsItsPage() throws IOException {
    Path one = TestPicture.png(folder, 120, 80);
    Path other = TestPicture.png(folder, 80, 120);
    with(
        Browser.start(),
        driver -> {
          StartPage start = StartPage.open(driver, base).withModels().choose(one).choose(other);
          start.send("2 pictures");
          assertThat(start.finished(2))
              .allMatch(page -> page.matches("/result/[0-9a-f]{64}"))
              .doesNotHaveDuplicates();
        });
  }

  @Test
  void withoutJavaScriptTheFormLeadsToThePageAndThePageToThePicture() throws IOException {
    Path picture = TestPicture.png(folder, 200, 100);
    with(
        Browser.startWithoutJavaScript(),
        driver -> {
          JobPage page = StartPage.open(driver, base).choose(picture).sendOne();
          assertThat(sizeOf(page.plainDownload())).containsExactly(400, 200);
        });
  }

  @Test
  void aTextFileWithAPicturesNameIsRefusedBesideTheFile() throws IOException {
    Path text = Files.writeString(folder.resolve("letter.png"), "Dear picture service,\n");
    with(
        Browser.start(),
        driver ->
            assertThat(StartPage.open(driver, base).withModels().choose(text).error())
                .contains("not a picture")
                .contains("Save it as JPEG"));
  }

  @Test
  void theServersOwnRefusalIsShownBesideTheFile() throws IOException {
    Path torn = TestPicture.tornPng(folder);
    with(
        Browser.start(),
        driver -> {
          StartPage start = StartPage.open(driver, base).withModels().choose(torn);
          start.send("1 picture");
          assertThat(start.error()).contains("damaged");
        });
  }

  private static List<Integer> sizeOf(URI link) throws IOException {
    try (InputStream in = link.toURL().openStream()) {
      BufferedImage picture = Objects.requireNonNull(ImageIO.read(in), "not a picture");
      return List.of(picture.getWidth(), picture.getHeight());
    }
  }

  private static void with(WebDriver driver, Visit visit) throws IOException {
    try {
      visit.in(driver);
    } finally {
      driver.quit();
    }
  }

  /** What one test does in its browser. */
  private interface Visit {
    void in(WebDriver driver) throws IOException;
  }
}
