package dev.aiupscale.api.html;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiupscale.common.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** All words of the pages, from the same files that the scripts read in the browser. */
@ApplicationScoped
public class Texts {
  private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);

  public Texts() {
    for (Language language : Language.values()) {
      texts.put(language, read("/META-INF/resources/lang/" + language.tag() + ".json"));
    }
  }

  /** All texts of a language by key. */
  public Map<String, String> all(Language language) {
    return Objects.requireNonNull(texts.get(language));
  }

  /**
   * @throws IllegalArgumentException when there is no such text
   */
  public String get(Language language, String key) {
    return find(language, key).orElseThrow(() -> new IllegalArgumentException("no text " + key));
  }

  public Optional<String> find(Language language, String key) {
    return Optional.ofNullable(all(language).get(key));
  }

  /** The text with its places, such as <code>{count}</code>, filled. */
  public String filled(Language language, String key, Map<String, String> values) {
    String text = get(language, key);
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue());
    }
    return text;
  }

  private static Map<String, String> read(String resource) {
    try (InputStream in = Texts.class.getResourceAsStream(resource)) {
      JsonNode root =
          Json.read(Objects.requireNonNull(in, resource).readAllBytes(), JsonNode.class);
      Map<String, String> texts = new HashMap<>();
      root.properties().forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
      return Map.copyOf(texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
