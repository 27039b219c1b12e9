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
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page of one job: first its progress, then its result. */
final class JobPage {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);
  private static final By RESULT = By.cssSelector("[data-panel=done]");
  private static final By FRAME = By.cssSelector("[data-panel=done] [data-compare]");
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
    String text = driver.findElement(By.cssSelector("[data-fact=after]")).getText();
    return Pattern.compile("\\d+")
        .matcher(text.replace(",", ""))
        .results()
        .map(MatchResult::group)
        .map(Integer::valueOf)
        .toList();
  }

  String facts() {
    return driver.findElement(By.cssSelector("[data-facts]")).getText();
  }

  /** Waits until the page says that it cannot reach the server. */
  JobPage awaitTrouble() {
    wait.until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector("[data-trouble]")));
    return this;
  }

  /** Waits until that is over. */
  void awaitNoTrouble() {
    wait.until(ExpectedConditions.invisibilityOfElementLocated(By.cssSelector("[data-trouble]")));
  }

  /** Waits until the page knows its job, which is not done. */
  void awaitProgress() {
    wait.until(ExpectedConditions.elementToBeClickable(By.cssSelector("[data-cancel]")));
  }

  /** The page's words when there is no such job. */
  String awaitGone() {
    By gone = By.cssSelector("[data-panel=gone]");
    return wait.until(ExpectedConditions.visibilityOfElementLocated(gone)).getText();
  }

  /** Address of the icon in the browser's tab. */
  String icon() {
    return String.valueOf(
        driver.findElement(By.cssSelector("link[rel=icon]")).getDomAttribute("href"));
  }

  void cancel() {
    wait.until(ExpectedConditions.elementToBeClickable(By.cssSelector("[data-cancel]"))).click();
    wait.until(
        ExpectedConditions.visibilityOfElementLocated(By.cssSelector("[data-panel=cancelled]")));
  }

  /** How often this document has opened a stream of events. */
  long streams() {
    return (Long)
        Objects.requireNonNull(
            ((JavascriptExecutor) driver)
                .executeScript(
                    "return performance.getEntriesByType('resource')"
                        + ".filter(({name}) => name.endsWith('/events')).length"));
  }

  /** Moves the line by a finger that begins in the middle of the picture. */
  void swipeLine(ChromeDriver phone, int pixels) {
    WebElement frame = phone.findElement(FRAME);
    phone.executeScript("arguments[0].scrollIntoView({block: 'center'})", frame);
    List<?> middle =
        (List<?>)
            Objects.requireNonNull(
                phone.executeScript(
                    "const {x, y, width, height} = arguments[0].getBoundingClientRect();"
                        + "return [Math.round(x + width / 2), Math.round(y + height / 4)]",
                    frame));
    int x = ((Number) Objects.requireNonNull(middle.get(0))).intValue();
    int y = ((Number) Objects.requireNonNull(middle.get(1))).intValue();
    Browser.swipe(phone, x, x + pixels, y);
  }

  /**
   * Presses a button that copies, and waits until it says that it did.
   *
   * @return the text on the clipboard, or the media type of the picture there
   */
  String copied(String what) {
    WebElement button = driver.findElement(By.cssSelector("[data-" + what + "]"));
    button.click();
    wait.until(ExpectedConditions.textToBePresentInElement(button, "Copied"));
    return String.valueOf(
        ((JavascriptExecutor) driver)
            .executeAsyncScript(
                "const end = arguments[0]; navigator.clipboard.read().then(async ([item]) =>"
                    + " end(item.types.includes('image/png') ? 'image/png'"
                    + " : await (await item.getType('text/plain')).text()), end)"));
  }

  void zoom(String how) {
    driver.findElement(By.cssSelector("[data-zoom=" + how + "]")).click();
  }

  /** Presses a key where the picture itself has the focus. */
  void press(CharSequence key) {
    driver.findElement(FRAME).sendKeys(key);
  }

  /** Drags the zoomed picture, away from the line. */
  void dragPicture(int right, int down) {
    new Actions(driver)
        .moveToElement(driver.findElement(FRAME), 100, 60)
        .clickAndHold()
        .moveByOffset(right, down)
        .release()
        .perform();
  }

  /** Places and sizes of both pictures on the screen, in CSS pixels: before, then after. */
  List<String> placesOfPictures() {
    return List.of(placeOf("before"), placeOf("after"));
  }

  private String placeOf(String picture) {
    return String.valueOf(
        ((JavascriptExecutor) driver)
            .executeScript(
                "const {x, y, width, height} = document.querySelector('[data-panel=done] [data-"
                    + picture
                    + "]').getBoundingClientRect(); return [x, y, width, height]"
                    + ".map(Math.round).join(' ')"));
  }

  void again() {
    driver.findElement(By.cssSelector("[data-panel=done] [data-again]")).click();
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
