package dev.aiupscale.api.access;

import dev.aiupscale.common.job.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The keys that open the API, by their hashes. */
final class ApiKeys {
  private final Map<String, ApiKey> byHash;

  private ApiKeys(List<ApiKey> keys) {
    this.byHash = keys.stream().collect(Collectors.toMap(ApiKey::sha256, Function.identity()));
  }

  /**
   * @param text a line a key: tenant, SHA-256 of the key, and where they differ from the defaults
   *     uploads a minute and share of the queue; empty lines and those that begin with # are none
   * @throws IllegalArgumentException that names the tenant
   */
  static ApiKeys parse(String text, Defaults defaults) {
    List<ApiKey> keys =
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .map(line -> key(line.split("\\s+"), defaults))
            .toList();
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("api.keys is set and has no key: nobody could come in");
    }
    return new ApiKeys(keys);
  }

  Optional<ApiKey> find(String key) {
    return Optional.ofNullable(byHash.get(Sha256.of(key.getBytes(StandardCharsets.UTF_8))));
  }

  private static ApiKey key(String[] words, Defaults defaults) {
    if (words.length < 2 || words.length > 4) {
      throw new IllegalArgumentException(
          "api.keys: a line is a tenant, a hash, and perhaps uploads a minute and a share; one of "
              + words[0]
              + " is not");
    }
    return new ApiKey(
        words[0],
        words[1],
        words.length > 2 ? Double.parseDouble(words[2]) : defaults.uploadsPerMinute(),
        words.length > 3 ? Double.parseDouble(words[3]) : defaults.share());
  }

  /** What holds where a line, or the absence of keys, says nothing else. */
  record Defaults(double uploadsPerMinute, double share) {}
}
