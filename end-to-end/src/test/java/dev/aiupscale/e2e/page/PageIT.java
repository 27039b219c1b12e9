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
import org.openqa.selenium.chrome.ChromeDriver;

/** One picture's way through the pages in a real browser, against the running system. */
class PageIT {
  @TempDir Path folder;

  private final URI base = RunningSystem.shared().baseUri();

  @Test
  void aPictureBecomesItsResultOnThePageWithoutAReload() throws IOException {
    Path picture = TestPicture.png(folder, 1600, 1200);
    ChromeDriver driver = Browser.fresh();
    StartPage start = StartPage.open(driver, base).withScripts();
    assertThat(start.limits()).contains("64 MiB", "64 megapixels");
    start.choose(picture);
    assertThat(start.sizes()).contains("1,600 × 1,200 → 3,200 × 2,400");
    assertThat(start.forecast()).matches("About .* of work.*");
    JobPage page = start.sendOne().mark();
    assertThat(page.movingProgress()).hasSizeGreaterThan(1);
    page.awaitResult();
    assertThat(page.isMarked()).as("the same document").isTrue();
    assertThat(page.streams()).as("followed by events").isPositive();
    assertThat(page.declaredSize()).containsExactly(3200, 2400);
    assertThat(sizeOf(page.download())).isEqualTo(page.declaredSize());
    Browser.allowClipboard(driver);
    assertThat(page.copied("copy")).isEqualTo(driver.getCurrentUrl());
    assertThat(page.copied("copy-image")).isEqualTo("image/png");
    assertThat(page.facts()).contains("1,600 × 1,200", "MiB →", "ESRGAN slim", "second");
  }

  @Test
  void theLineMovesByKeysAndMouseAndTheZoomKeepsBothHalvesInStep() throws IOException {
    Path picture = TestPicture.png(folder, 320, 240);
    ChromeDriver driver = Browser.fresh();
    JobPage page =
        StartPage.open(driver, base).withScripts().choose(picture).sendOne().awaitResult();
    String cutAtFirst = page.cutOfBefore();
    page.moveLineByKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.PAGE_UP);
    assertThat(page.line()).isEqualTo(64);
    assertThat(page.cutOfBefore()).isNotEqualTo(cutAtFirst);
    page.dragLine(-200);
    assertThat(page.line()).isBetween(1, 55);
    page.moveLineByKeys(Keys.END);
    assertThat(page.line()).isEqualTo(100);

    Browser.look(driver, 400, false);
    page.swipeLine(driver, -100);
    assertThat(page.line()).isBetween(1, 49);
    page.press("1");
    String actual = inStep(page);
    assertThat(actual).endsWith(" 640 480");
    page.zoom("in");
    assertThat(inStep(page)).endsWith(" 960 720");
    String before = inStep(page);
    page.press(Keys.ARROW_RIGHT);
    String panned = inStep(page);
    assertThat(panned).isNotEqualTo(before);
    page.dragPicture(60, 30);
    assertThat(inStep(page)).isNotEqualTo(panned);
    page.zoom("fit");
    assertThat(inStep(page)).doesNotEndWith(" 960 720");
  }

  private static String inStep(JobPage page) {
    List<String> places = page.placesOfPictures();
    assertThat(places.get(0)).isEqualTo(places.get(1));
    return places.get(0);
  }

  @Test
  void aPictureCanBeSentAgainWithOtherChoicesFromWhatTheBrowserKept() throws IOException {
    Path picture = TestPicture.png(folder, 90, 60);
    ChromeDriver driver = Browser.fresh();
    StartPage.open(driver, base).withScripts().choose(picture).sendOne().awaitResult().again();
    StartPage start = StartPage.here(driver).withScripts();
    assertThat(start.sizes()).contains("90 × 60 → 180 × 120");
    JobPage page = start.model("esrgan-medium").sendOne().awaitResult();
    assertThat(page.facts()).contains("ESRGAN medium");
  }

  @Test
  void withoutJavaScriptTheFormLeadsToThePageAndThePageToThePicture() throws IOException {
    Path picture = TestPicture.png(folder, 200, 100);
    ChromeDriver driver = Browser.startWithoutJavaScript();
    try {
      JobPage page = StartPage.open(driver, base).choose(picture).sendOne();
      assertThat(sizeOf(page.plainDownload())).containsExactly(400, 200);
    } finally {
      driver.quit();
    }
  }

  @Test
  void aTextFileWithAPicturesNameIsRefusedBesideTheFile() throws IOException {
    Path text = Files.writeString(folder.resolve("letter.png"), "Dear picture service,\n");
    StartPage start = StartPage.open(Browser.fresh(), base).withScripts().choose(text);
    assertThat(start.error()).contains("not a picture").contains("Save it as JPEG");
  }

  @Test
  void theServersOwnRefusalIsShownBesideTheFile() throws IOException {
    Path torn = TestPicture.tornPng(folder);
    StartPage start = StartPage.open(Browser.fresh(), base).withScripts().choose(torn);
    start.send("1 picture");
    assertThat(start.error()).contains("damaged").contains("save it anew");
  }

  private static List<Integer> sizeOf(URI link) throws IOException {
    try (InputStream in = link.toURL().openStream()) {
      BufferedImage picture = Objects.requireNonNull(ImageIO.read(in), "not a picture");
      return List.of(picture.getWidth(), picture.getHeight());
    }
  }
}
