package dev.aiupscale.e2e.page;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The start page, as a visitor uses it. */
final class StartPage {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
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

  void send() {
    wait.until(ExpectedConditions.elementToBeClickable(SUBMIT)).click();
  }

  JobPage sendOne() {
    send();
    wait.until(ExpectedConditions.urlMatches("/result/[0-9a-f]{64}$"));
    return new JobPage(driver);
  }
}
