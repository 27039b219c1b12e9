package dev.aiupscale.e2e.chaos;

import dev.aiupscale.e2e.TestImages;
import java.util.Map;

/** One of the distinct pictures with the options that it is sent with. */
record Picture(int number, byte[] bytes, Map<String, String> options) {
  static Picture of(int number) {
    byte[] bytes = TestImages.busy(260 + 4 * number, 200 + 3 * number, 1000L + number, "png");
    return new Picture(number, bytes, Map.of("scale", scale(number)));
  }

  /** The options of a client that wants the work done once more. */
  Map<String, String> optionsAgain() {
    return Map.of("scale", scale(number), "ignoreCache", "true");
  }

  private static String scale(int number) {
    return String.valueOf(2 + number % 3);
  }

  String name() {
    return "picture-" + number + ".png";
  }
}
