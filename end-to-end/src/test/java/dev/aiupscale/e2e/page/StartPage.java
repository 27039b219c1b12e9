package dev.aiupscale.e2e.page;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The start page, as a visitor uses it. */
final class StartPage {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);
  private static final By ERROR = By.cssSelector(".file-error");
  private static final By SUBMIT = By.cssSelector("[data-submit]");

  private final WebDriver driver;
  private final WebDriverWait wait;

  private StartPage(WebDriver driver) {
    this.driver = driver;
    this.wait = new WebDriverWait(driver, PATIENCE, LOOK_EVERY);
  }

  static StartPage open(WebDriver driver, URI base) {
    driver.get(base.resolve("/").toString());
    return new StartPage(driver);
  }

  /** The page that the browser is at, or on its way to. */
  static StartPage here(WebDriver driver) {
    return new StartPage(driver);
  }

  /** Waits until scripts have taken over. */
  StartPage withScripts() {
    wait.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("form[data-ready]")));
    return this;
  }

  StartPage choose(Path... files) {
    String paths = Arrays.stream(files).map(Path::toString).collect(Collectors.joining("\n"));
    driver.findElement(By.id("image")).sendKeys(paths);
    return this;
  }

  StartPage model(String id) {
    driver.findElement(By.xpath("//label[input[@name='model'][@value='" + id + "']]")).click();
    return this;
  }

  StartPage scale(int factor) {
    driver.findElement(By.cssSelector("label[for=x" + factor + "]")).click();
    return this;
  }

  /** The line that says the picture's size before and after. */
  String sizes() {
    return text(By.cssSelector(".file-size:has(b)"));
  }

  /** What is told of the work before it is sent. */
  String forecast() {
    return wait.until(
        page -> {
          String words = page.findElement(By.cssSelector("[data-forecast]")).getText();
          return words.isEmpty() ? null : words;
        });
  }

  String limits() {
    return text(By.id("limits"));
  }

  /** What stands beside the file that cannot be enlarged. */
  String error() {
    return text(ERROR);
  }

  /**
   * @param what the words that the button has once the pictures were looked at
   */
  StartPage send(String what) {
    wait.until(ExpectedConditions.textToBePresentInElementLocated(SUBMIT, what));
    driver.findElement(SUBMIT).click();
    return this;
  }

  /** Waits for the line that sums up the list. */
  StartPage awaitSummary(String words) {
    wait.until(
        ExpectedConditions.textToBePresentInElementLocated(
            By.cssSelector("[data-summary]"), words));
    return this;
  }

  StartPage sortByState() {
    driver.findElement(By.cssSelector("[data-sort=state]")).click();
    return this;
  }

  /** The names in the list, from top to bottom. */
  List<String> names() {
    return texts(By.cssSelector(".file-name"));
  }

  void downloadAll() {
    driver.findElement(By.cssSelector("[data-zip]")).click();
  }

  void retryFailed() {
    driver.findElement(By.cssSelector("[data-retry-failed]")).click();
  }

  /** The addresses of the pages of the pictures in the list. */
  List<String> pages() {
    return driver.findElements(By.cssSelector(".file [data-open]:not([hidden])")).stream()
        .map(link -> String.valueOf(link.getDomAttribute("href")))
        .toList();
  }

  /** The names of the pictures that this browser remembers, each with a thumbnail that it shows. */
  List<String> history() {
    wait.until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector("[data-history]")));
    return texts(By.cssSelector(".history-item:has(img[src^=blob]) .history-name"));
  }

  void deleteFromHistory() {
    List<WebElement> items = driver.findElements(By.cssSelector(".history-item"));
    items.get(0).findElement(By.cssSelector("[data-remove]")).click();
    wait.until(ExpectedConditions.alertIsPresent()).accept();
    wait.until(ExpectedConditions.stalenessOf(items.get(0)));
  }

  JobPage sendOne() {
    wait.until(ExpectedConditions.elementToBeClickable(SUBMIT)).click();
    wait.until(ExpectedConditions.urlMatches("/result/[0-9a-f]{64}"));
    return new JobPage(driver);
  }

  private String text(By place) {
    return wait.until(ExpectedConditions.visibilityOfElementLocated(place)).getText();
  }

  private List<String> texts(By place) {
    return driver.findElements(place).stream().map(WebElement::getText).toList();
  }
}
