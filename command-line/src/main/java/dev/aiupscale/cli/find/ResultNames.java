package dev.aiupscale.cli.find;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Names results so that no two pictures share one, whatever extension the results get: {@code
 * a.jpg} becomes {@code a}, but beside an {@code a.png} it stays {@code a.jpg}. Names that differ
 * in case alone count as the same, since some file systems think so.
 */
final class ResultNames {
  private ResultNames() {}

  /**
   * @param names different paths whose parts are joined by {@code /}
   * @return each name's result, without an extension
   */
  static Map<String, String> of(Collection<String> names) {
    Map<String, Long> users =
        names.stream()
            .map(name -> folded(stem(name)))
            .collect(
                Collectors.groupingBy(Function.identity(), HashMap::new, Collectors.counting()));
    Set<String> taken = new HashSet<>();
    Map<String, String> results = new LinkedHashMap<>();
    for (String name : names) {
      String stem = stem(name);
      String wanted = users.getOrDefault(folded(stem), 0L) == 1 ? stem : name;
      results.put(name, free(wanted, taken));
    }
    return results;
  }

  /** Only {@code a.png.webp} beside {@code a.png} and {@code a.jpg} still needs a number. */
  private static String free(String wanted, Set<String> taken) {
    String name = wanted;
    for (int n = 2; !taken.add(folded(name)); n++) {
      name = wanted + "-" + n;
    }
    return name;
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
