package dev.aiupscale.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.e2e.RunningSystem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * The pages are small, steady and quick. Times are those beyond what a page with nothing on it
 * takes in the same browser, the best of a few, so that they tell of the pages and not of the
 * machine.
 */
class SpeedIT {
  private static final int LARGEST_LOAD = 150_000;
  private static final int TRIES = 3;
  private static final String FIGURES =
      """
      const end = arguments[0], figures = {shift: 0, paint: 0, bytes: 0};
      const all = (type, use) =>
          new PerformanceObserver((list) => list.getEntries().forEach(use))
              .observe({type, buffered: true});
      all('layout-shift', ({value, hadRecentInput}) => figures.shift += hadRecentInput ? 0 : value);
      all('largest-contentful-paint', ({startTime}) => figures.paint = startTime);
      const loads = [...performance.getEntriesByType('navigation'),
          ...performance.getEntriesByType('resource')];
      figures.bytes = loads.filter(({name}) => !/\\.(jpg|png|svg)$/.test(name))
          .reduce((sum, {transferSize}) => sum + transferSize, 0);
      setTimeout(() => end(figures), 300);
      """;
  private static final String LONGEST_TASK =
      """
      const end = arguments[0], frame = document.querySelector('[data-panel=done] [data-compare]');
      const handle = frame.querySelector('[data-handle]');
      let longest = 0;
      new PerformanceObserver((list) => list.getEntries()
          .forEach(({duration}) => longest = Math.max(longest, duration)))
          .observe({type: 'longtask'});
      let moves = 0;
      const move = () => {
        const key = moves % 40 < 20 ? 'ArrowLeft' : 'ArrowRight';
        handle.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
        if (++moves < 60) requestAnimationFrame(move);
        else setTimeout(() => end(longest), 200);
      };
      move();
      """;

  @TempDir Path folder;

  private final URI base = RunningSystem.shared().baseUri();

  @Test
  void theFirstLoadIsSmallAndNothingMovesAndThePictureIsThereInASecond() {
    ChromeDriver driver = Browser.fresh();
    Map<?, ?> first = figures(driver, "/");
    assertThat(number(first, "bytes")).isLessThan(LARGEST_LOAD).isGreaterThan(10_000);
    assertThat(number(first, "shift")).isLessThan(0.01);
    double blank = best(driver, "/no-such-page");
    assertThat(best(driver, "/") - blank).isLessThan(1000);
  }

  @Test
  void twentyMegapixelsInTheSliderMoveWithoutLongTasks() throws IOException {
    ChromeDriver driver = Browser.fresh();
    double small = longestTask(driver, TestPicture.png(folder, 40, 30));
    double large = longestTask(driver, TestPicture.png(folder, 650, 488));
    assertThat(large - small).isLessThan(100);
  }

  private double longestTask(ChromeDriver driver, Path picture) {
    StartPage.open(driver, base).withScripts().choose(picture).scale(8).sendOne().awaitResult();
    return best(
        () ->
            ((Number) Objects.requireNonNull(driver.executeAsyncScript(LONGEST_TASK)))
                .doubleValue());
  }

  private double best(ChromeDriver driver, String path) {
    return best(() -> number(figures(driver, path), "paint"));
  }

  private static double best(DoubleSupplier figure) {
    return DoubleStream.generate(figure).limit(TRIES).min().orElseThrow();
  }

  private Map<?, ?> figures(ChromeDriver driver, String path) {
    driver.get(base.resolve(path).toString());
    return (Map<?, ?>) Objects.requireNonNull(driver.executeAsyncScript(FIGURES));
  }

  private static double number(Map<?, ?> figures, String name) {
    return ((Number) Objects.requireNonNull(figures.get(name))).doubleValue();
  }
}
