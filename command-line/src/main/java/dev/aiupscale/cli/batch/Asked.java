package dev.aiupscale.cli.batch;

import java.util.Map;
import java.util.TreeMap;

/**
 * What is asked for, of every picture.
 *
 * @param options fields of the server's form; what is missing has the server's default
 * @param again whether it is done though it was done before, here or at the server
 */
public record Asked(Map<String, String> options, boolean again) {
  public Asked {
    options = Map.copyOf(options);
  }

  /** All fields that are sent beside the picture. */
  Map<String, String> fields() {
    Map<String, String> fields = new TreeMap<>(options);
    if (again) {
      fields.put("ignoreCache", "true");
    }
    return fields;
  }
}
