package dev.aiupscale.api.page;

import dev.aiupscale.api.html.Html;
import dev.aiupscale.api.html.Language;
import dev.aiupscale.api.html.Texts;
import dev.aiupscale.common.image.ResultImage;
import dev.aiupscale.common.job.Job;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What chats and social networks show of a shared link, by the Open Graph protocol (ogp.me). */
@ApplicationScoped
public class SharedPreview {
  private static final int WIDTH = 1200;

  private final Texts texts;

  public SharedPreview(Texts texts) {
    this.texts = texts;
  }

  /**
   * @param base address of this server, which goes before each path
   */
  String of(Job job, Language language, String base) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("og:type", "website");
    properties.put("og:site_name", "AI Upscale");
    properties.put("og:title", texts.get(language, "result.title"));
    properties.put("og:url", base + "/result/" + job.id());
    ResultImage result = job.result();
    if (result != null) {
      int width = Math.min(WIDTH, result.width());
      properties.put("og:description", description(job, result, language));
      properties.put("og:image", base + "/api/v1/jobs/" + job.id() + "/preview?width=" + WIDTH);
      properties.put("og:image:type", "image/jpeg");
      properties.put("og:image:width", String.valueOf(width));
      properties.put(
          "og:image:height",
          String.valueOf(
              Math.max(1, Math.round((double) width * result.height() / result.width()))));
      properties.put("og:image:alt", texts.get(language, "compare.after"));
    }
    return properties.entrySet().stream()
            .map(property -> meta(property.getKey(), property.getValue()))
            .collect(Collectors.joining())
        + "<meta name=\"twitter:card\" content=\"summary_large_image\">";
  }

  private String description(Job job, ResultImage result, Language language) {
    return texts.filled(
        language,
        "result.shared",
        Map.of(
            "before", job.source().width() + " × " + job.source().height(),
            "after", result.width() + " × " + result.height(),
            "model", ModelCards.name(job.options().model())));
  }

  private static String meta(String property, String content) {
    return "<meta property=\"%s\" content=\"%s\">".formatted(property, Html.escape(content));
  }
}
