package dev.aiupscale.e2e.page;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page of one job: first its progress, then its result. */
final class JobPage {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);
  private static final By RESULT = By.cssSelector("[data-panel=done]");
  private static final By LINE = By.cssSelector("[data-panel=done] [role=slider]");

  private final WebDriver driver;
  private final WebDriverWait wait;

  JobPage(WebDriver driver) {
    this.driver = driver;
    this.wait = new WebDriverWait(driver, PATIENCE, LOOK_EVERY);
  }

  /** Leaves a mark that only this very document has: a reload would lose it. */
  JobPage mark() {
    ((JavascriptExecutor) driver).executeScript("window.marked = true");
    return this;
  }

  boolean isMarked() {
    return Boolean.TRUE.equals(
        ((JavascriptExecutor) driver).executeScript("return window.marked === true"));
  }

  /** The progress values seen, as soon as there are two different ones. */
  Set<String> movingProgress() {
    Set<String> seen = new HashSet<>();
    wait.until(
        page -> {
          WebElement bar = page.findElement(By.cssSelector("[data-progress]"));
          seen.add(Objects.requireNonNull(bar.getDomAttribute("aria-valuenow")));
          return seen.size() > 1 || page.findElement(RESULT).isDisplayed();
        });
    return seen;
  }

  JobPage awaitResult() {
    wait.until(ExpectedConditions.visibilityOfElementLocated(RESULT));
    return this;
  }

  /** What a browser without scripts gets in place of the result panel. */
  URI plainDownload() {
    By link = By.cssSelector("a[download][href$='/result']:not([data-download])");
    return href(wait.until(ExpectedConditions.visibilityOfElementLocated(link)));
  }

  URI download() {
    return href(driver.findElement(By.cssSelector("[data-download]")));
  }

  /** Width and height as the facts under the picture declare them. */
  List<Integer> declaredSize() {
    String text = driver.findElement(By.xpath("//dt[.='After']/following-sibling::dd")).getText();
    return Pattern.compile("\\d+")
        .matcher(text.replace(",", ""))
        .results()
        .map(MatchResult::group)
        .map(Integer::valueOf)
        .toList();
  }

  void moveLineByKeys(Keys... keys) {
    driver.findElement(LINE).sendKeys(keys);
  }

  void dragLine(int pixels) {
    new Actions(driver).dragAndDropBy(driver.findElement(LINE), pixels, 0).perform();
  }

  int line() {
    return Integer.parseInt(
        Objects.requireNonNull(driver.findElement(LINE).getDomAttribute("aria-valuenow")));
  }

  /** The part of the picture before that is hidden, in CSS words. */
  String cutOfBefore() {
    return driver
        .findElement(By.cssSelector("[data-panel=done] .compare-before"))
        .getCssValue("clip-path");
  }

  private static URI href(WebElement link) {
    return URI.create(Objects.requireNonNull(link.getDomProperty("href")));
  }
}
