package dev.aiupscale.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.e2e.Eventually;
import dev.aiupscale.e2e.RunningSystem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;

/** Several pictures at once, and what the browser remembers of them. */
class BatchIT {
  private static final int MANY = 50;

  @TempDir Path folder;

  private final URI base = RunningSystem.shared().baseUri();

  @Test
  void severalPicturesAreSortedByStateSavedAsOneZipAndRemembered() throws IOException {
    ChromeDriver driver = Browser.fresh();
    Browser.downloadTo(driver, folder);
    StartPage start =
        StartPage.open(driver, base)
            .withScripts()
            .choose(
                TestPicture.png(folder, 120, 80),
                TestPicture.png(folder, 80, 120),
                TestPicture.tornPng(folder))
            .send("3 pictures")
            .awaitSummary("3 pictures · 2 done · 1 with a problem");
    assertThat(start.sortByState().names()).containsExactly("torn.png", "80x120.png", "120x80.png");
    assertThat(start.sortByState().names()).endsWith("torn.png");
    assertThat(start.pages())
        .hasSize(2)
        .allMatch(page -> page.matches("/result/[0-9a-f]{64}"))
        .doesNotHaveDuplicates();

    start.downloadAll();
    Path zip = folder.resolve("ai-upscale.zip");
    Eventually.is(Duration.ofMinutes(1), () -> Files.exists(zip));
    assertThat(contents(zip))
        .isEqualTo(Map.of("120x80-2x.png", "240x160", "80x120-2x.png", "160x240"));

    start = StartPage.open(driver, base).withScripts();
    assertThat(start.history()).containsExactlyInAnyOrder("120x80.png", "80x120.png");
    start.deleteFromHistory();
    assertThat(StartPage.open(driver, base).withScripts().history()).hasSize(1);
  }

  @Test
  void fiftyPicturesGoInOneGo() throws IOException {
    Path[] pictures = new Path[MANY];
    for (int n = 0; n < MANY; n++) {
      pictures[n] = TestPicture.png(folder, 10 + n, 12);
    }
    StartPage.open(Browser.fresh(), base)
        .withScripts()
        .choose(pictures)
        .send("50 pictures")
        .awaitSummary("50 pictures · 50 done");
  }

  @Test
  void whatFailedOnTheWayIsSentAgain() throws IOException {
    ChromeDriver driver = Browser.fresh();
    StartPage start =
        StartPage.open(driver, base)
            .withScripts()
            .choose(TestPicture.png(folder, 70, 40), TestPicture.png(folder, 40, 70));
    Browser.block(driver, "*/api/v1/jobs");
    start.send("2 pictures").awaitSummary("2 with a problem");
    assertThat(start.error()).contains("connection was lost");
    Browser.block(driver, "*/nothing");
    start.retryFailed();
    start.awaitSummary("2 pictures · 2 done");
  }

  /** The pictures' sizes by name. */
  private static Map<String, String> contents(Path zip) throws IOException {
    Map<String, String> sizes = new TreeMap<>();
    try (InputStream file = Files.newInputStream(zip);
        ZipInputStream in = new ZipInputStream(file)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        var picture = Objects.requireNonNull(ImageIO.read(in), entry.getName());
        sizes.put(entry.getName(), picture.getWidth() + "x" + picture.getHeight());
      }
    }
    return sizes;
  }
}
