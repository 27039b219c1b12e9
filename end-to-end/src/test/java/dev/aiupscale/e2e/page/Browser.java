package dev.aiupscale.e2e.page;

import java.io.File;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Starts a real Chromium without a window, with a new empty profile that it deletes at the end. */
final class Browser {
  private static final int BLOCKED = 2;

  private Browser() {}

  static ChromeDriver start() {
    return start(new ChromeOptions());
  }

  static ChromeDriver startWithoutJavaScript() {
    String setting = "profile.managed_default_content_settings.javascript";
    return start(new ChromeOptions().setExperimentalOption("prefs", Map.of(setting, BLOCKED)));
  }

  private static ChromeDriver start(ChromeOptions options) {
    options.setBinary(find("chromium", "chromium-browser", "google-chrome"));
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // Bootstrap scrolls smoothly; a click would aim at where the button was.
        "--force-prefers-reduced-motion",
        "--window-size=1280,1000");
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(find("chromedriver")).build();
    return new ChromeDriver(service, options);
  }

  /** The first of these programs on the PATH. Asking no one else keeps Selenium off the network. */
  private static File find(String... names) {
    return Arrays.stream(names)
        .flatMap(Browser::onPath)
        .filter(File::canExecute)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("not on the PATH: " + String.join(", ", names)));
  }

  private static Stream<File> onPath(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(File.pathSeparator)).map(folder -> new File(folder, name));
  }
}
