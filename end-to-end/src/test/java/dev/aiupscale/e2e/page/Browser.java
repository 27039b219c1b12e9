package dev.aiupscale.e2e.page;

import dev.aiupscale.e2e.RunningSystem;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * A real Chromium without a window, with a new empty profile that it deletes at the end. One serves
 * all tests, which take turns and each begin with a browser that remembers nothing.
 */
final class Browser {
  private static final int BLOCKED = 2;
  private static final ChromeDriver SHARED = startShared();

  private Browser() {}

  /** Desktop size, light, English, connected, and without anything of earlier tests. */
  static ChromeDriver fresh() {
    SHARED.get("about:blank");
    SHARED.executeCdpCommand("Network.enable", Map.of());
    SHARED.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    SHARED.executeCdpCommand("Network.clearBrowserCache", Map.of());
    String origin = RunningSystem.shared().baseUri().toString();
    SHARED.executeCdpCommand(
        "Storage.clearDataForOrigin", Map.of("origin", origin, "storageTypes", "all"));
    SHARED.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of()));
    connect(SHARED, true);
    speak(SHARED, "en");
    look(SHARED, 1280, false);
    return SHARED;
  }

  static ChromeDriver startWithoutJavaScript() {
    String setting = "profile.managed_default_content_settings.javascript";
    return start(new ChromeOptions().setExperimentalOption("prefs", Map.of(setting, BLOCKED)));
  }

  /**
   * @param width of the window in CSS pixels; less than 600 is a phone
   */
  static void look(ChromeDriver driver, int width, boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
    String theme = dark ? "dark" : "light";
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", theme),
                // Bootstrap scrolls smoothly; a click would aim at where the button was.
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  /** What the browser asks for from now on. */
  static void speak(ChromeDriver driver, String acceptLanguage) {
    driver.executeCdpCommand(
        "Network.setExtraHTTPHeaders",
        Map.of("headers", Map.of("Accept-Language", acceptLanguage)));
  }

  /** Pulls the network cable, or puts it back. */
  static void connect(ChromeDriver driver, boolean online) {
    driver.executeCdpCommand(
        "Network.emulateNetworkConditions",
        Map.of("offline", !online, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
  }

  /** Lets requests to addresses of this pattern fail. */
  static void block(ChromeDriver driver, String pattern) {
    driver.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of(pattern)));
  }

  /** Moves a finger over the screen, from one place of the window to another, in CSS pixels. */
  static void swipe(ChromeDriver driver, int fromX, int toX, int y) {
    touch(driver, "touchStart", List.of(Map.of("x", fromX, "y", y)));
    int half = (fromX + toX) / 2;
    touch(driver, "touchMove", List.of(Map.of("x", half, "y", y)));
    touch(driver, "touchMove", List.of(Map.of("x", toX, "y", y)));
    touch(driver, "touchEnd", List.of());
  }

  private static void touch(ChromeDriver driver, String type, List<Map<String, Integer>> points) {
    driver.executeCdpCommand(
        "Input.dispatchTouchEvent", Map.of("type", type, "touchPoints", points));
  }

  /** Lets pages use the clipboard, which a browser with a window asks its user about. */
  static void allowClipboard(ChromeDriver driver) {
    driver.executeCdpCommand(
        "Browser.grantPermissions",
        Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
  }

  /** Where downloads go from now on. */
  static void downloadTo(ChromeDriver driver, Path folder) {
    driver.executeCdpCommand(
        "Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", folder.toString()));
  }

  private static ChromeDriver startShared() {
    ChromeDriver driver = start(new ChromeOptions());
    Runtime.getRuntime().addShutdownHook(new Thread(driver::quit));
    return driver;
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
