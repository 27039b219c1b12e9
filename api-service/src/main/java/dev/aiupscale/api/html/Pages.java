package dev.aiupscale.api.html;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes pages of templates: {@code {{name}}} is a part that the page's maker gives, or else the
 * text with that key; {@code {{>name}}} is another file.
 */
@ApplicationScoped
public class Pages {
  private static final Pattern INCLUSION = Pattern.compile("\\{\\{>([a-z]+)}}");
  private static final Pattern PLACE = Pattern.compile("\\{\\{([A-Za-z0-9.-]+)}}");

  private final Texts texts;
  private final Map<String, String> templates = new ConcurrentHashMap<>();

  public Pages(Texts texts) {
    this.texts = texts;
  }

  /**
   * @param name of the template's file
   * @param parts HTML by the name of its place
   */
  public String render(String name, Language language, Map<String, String> parts) {
    Map<String, String> all = new HashMap<>(parts);
    all.put("lang", language.tag());
    all.putIfAbsent("query", "");
    all.put("languages", switcher(language, all.get("query")));
    return PLACE
        .matcher(templates.computeIfAbsent(name, Pages::read))
        .replaceAll(place -> Matcher.quoteReplacement(fill(place, language, all)));
  }

  private String fill(MatchResult place, Language language, Map<String, String> parts) {
    String key = place.group(1);
    String part = parts.get(key);
    return part != null ? part : Html.escape(texts.get(language, key));
  }

  /** Links that need no script: the server remembers the choice. */
  private static String switcher(Language present, String query) {
    StringBuilder links = new StringBuilder();
    for (Language language : Language.values()) {
      links
          .append("<li><a href=\"?lang=")
          .append(language.tag())
          .append(query)
          .append("\" lang=\"")
          .append(language.tag())
          .append("\" hreflang=\"")
          .append(language.tag())
          .append(language == present ? "\" aria-current=\"true\">" : "\">")
          .append(language.ownName())
          .append("</a></li>");
    }
    return links.toString();
  }

  private static String read(String name) {
    try (InputStream in = Pages.class.getResourceAsStream("/pages/" + name + ".html")) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      return INCLUSION
          .matcher(new String(bytes, StandardCharsets.UTF_8))
          .replaceAll(part -> Matcher.quoteReplacement(read(part.group(1))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
