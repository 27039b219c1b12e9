package dev.aiupscale.e2e.page;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The start page, as a visitor uses it. */
final class StartPage {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final By ERROR = By.cssSelector(".file-error");
  private static final By SUBMIT = By.cssSelector("[data-submit]");

  private final WebDriver driver;
  private final WebDriverWait wait;

  private StartPage(WebDriver driver) {
    this.driver = driver;
    this.wait = new WebDriverWait(driver, PATIENCE);
  }

  static StartPage open(WebDriver driver, URI base) {
    driver.get(base.resolve("/").toString());
    return new StartPage(driver);
  }

  /** Waits until the choosers are filled, which is when scripts have taken over. */
  StartPage withModels() {
    wait.until(
        ExpectedConditions.presenceOfElementLocated(
            By.cssSelector("#model option[value^=esrgan]")));
    return this;
  }

  StartPage choose(Path file) {
    driver.findElement(By.id("image")).sendKeys(file.toString());
    return this;
  }

  /** The line that says the picture's size before and after. */
  String sizes() {
    return wait.until(
            ExpectedConditions.visibilityOfElementLocated(By.cssSelector(".file-size:has(b)")))
        .getText();
  }

  /** What stands beside the file that cannot be enlarged. */
  String error() {
    return wait.until(ExpectedConditions.visibilityOfElementLocated(ERROR)).getText();
  }

  /**
   * @param what the words that the button has once the pictures were looked at
   */
  void send(String what) {
    wait.until(ExpectedConditions.textToBePresentInElementLocated(SUBMIT, what));
    driver.findElement(SUBMIT).click();
  }

  /** The addresses of the pages of {@code count} finished pictures in the list. */
  List<String> finished(int count) {
    By done = By.xpath("//li[.//p[@class='file-status'][.='Done']]//a[@data-open]");
    return wait.until(ExpectedConditions.numberOfElementsToBe(done, count)).stream()
        .map(link -> String.valueOf(link.getDomAttribute("href")))
        .toList();
  }

  JobPage sendOne() {
    wait.until(ExpectedConditions.elementToBeClickable(SUBMIT)).click();
    wait.until(ExpectedConditions.urlMatches("/result/[0-9a-f]{64}$"));
    return new JobPage(driver);
  }
}
