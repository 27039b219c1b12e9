package dev.aiupscale.api.page;

import dev.aiupscale.api.html.Html;
import dev.aiupscale.api.html.Language;
import dev.aiupscale.api.html.Texts;
import dev.aiupscale.api.load.ModelTimes;
import dev.aiupscale.api.submit.OptionParser;
import dev.aiupscale.common.model.ModelCatalogue;
import dev.aiupscale.common.model.ModelDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The models to choose from: a crop that each made of the same picture, what it is for, and how
 * long it takes.
 */
@ApplicationScoped
public class ModelCards {
  private static final String CARD =
      """
      <label class="model-card">
        <input type="radio" name="model" value="%s" data-scales="%s" data-seconds="%s"%s>
        %s
        <span class="model-name">%s</span>
        <span class="model-for">%s</span>
        <span class="model-time" data-model-time></span>
        <span class="model-licence">%s</span>
      </label>
      """;

  private final ModelCatalogue models;
  private final ModelTimes times;
  private final Texts texts;

  public ModelCards(ModelCatalogue models, ModelTimes times, Texts texts) {
    this.models = models;
    this.times = times;
    this.texts = texts;
  }

  String in(Language language) {
    String chosen =
        models.ids().contains(OptionParser.DEFAULT_MODEL)
            ? OptionParser.DEFAULT_MODEL
            : models.ids().get(0);
    ToDoubleFunction<ModelDescriptor> seconds = times.secondsPerMegapixel();
    return models.ids().stream()
        .map(id -> card(id, seconds, language, id.equals(chosen)))
        .collect(Collectors.joining());
  }

  private String card(
      String id, ToDoubleFunction<ModelDescriptor> seconds, Language language, boolean chosen) {
    ModelDescriptor first = models.files(id).get(0);
    String licence = texts.filled(language, "model.licence", Map.of("licence", first.licence()));
    return CARD.formatted(
        Html.escape(id),
        scales(id),
        seconds(id, seconds),
        chosen ? " checked" : "",
        crop(id),
        Html.escape(name(id)),
        Html.escape(texts.find(language, "model." + id).orElse(first.description())),
        Html.escape(licence));
  }

  private String scales(String id) {
    return models.reachableScales(id).stream()
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  /** Seconds for a megapixel of the upload by scale, such as {@code 2:3.1 4:5.2}. */
  private String seconds(String id, ToDoubleFunction<ModelDescriptor> seconds) {
    return models.reachableScales(id).stream()
        .map(scale -> scale + ":" + seconds.applyAsDouble(models.choose(id, scale).orElseThrow()))
        .collect(Collectors.joining(" "));
  }

  /** Made by {@code scripts/sample-crops.sh}; models of one's own have none. */
  private static String crop(String id) {
    String path = "/sample/" + id + ".jpg";
    boolean made = ModelCards.class.getResource("/META-INF/resources" + path) != null;
    return made
        ? "<img src=\"%s\" alt=\"\" width=\"256\" height=\"256\" decoding=\"async\">"
            .formatted(path)
        : "<span class=\"model-blank\" aria-hidden=\"true\"></span>";
  }

  /** {@code real-esrgan-photo} as {@code Real-ESRGAN photo}. */
  static String name(String id) {
    return id.replace("real-esrgan", "Real-ESRGAN")
        .replaceFirst("^esrgan", "ESRGAN")
        .replaceFirst("ESRGAN-", "ESRGAN ");
  }
}
