package dev.aiupscale.api.page;

import dev.aiupscale.api.ApiConfig;
import dev.aiupscale.api.html.Html;
import dev.aiupscale.api.html.Language;
import dev.aiupscale.api.html.Pages;
import dev.aiupscale.api.html.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.NumberFormat;
import java.util.Map;

/** The start page, with the limits and the models that this server has. */
@ApplicationScoped
public class HomePage {
  private static final double MEBIBYTE = 1 << 20;
  private static final double MEGAPIXEL = 1e6;

  private final Pages pages;
  private final Texts texts;
  private final ModelCards cards;
  private final ApiConfig.LimitsConfig limits;

  public HomePage(Pages pages, Texts texts, ModelCards cards, ApiConfig config) {
    this.pages = pages;
    this.texts = texts;
    this.cards = cards;
    this.limits = config.limits();
  }

  String in(Language language) {
    Map<String, String> parts =
        Map.of(
            "models", cards.in(language),
            "limits", limits(language),
            "maxBytes", String.valueOf(limits.maxBytes()),
            "maxPixels", String.valueOf(limits.maxPixels()),
            "maxResultPixels", String.valueOf(limits.maxResultPixels()));
    return pages.render("home", language, parts);
  }

  private String limits(Language language) {
    NumberFormat numbers = NumberFormat.getInstance(language.locale());
    numbers.setMaximumFractionDigits(1);
    return Html.escape(
        texts.filled(
            language,
            "home.limits",
            Map.of(
                "mebibytes", numbers.format(limits.maxBytes() / MEBIBYTE),
                "megapixels", numbers.format(limits.maxPixels() / MEGAPIXEL),
                "resultMegapixels", numbers.format(limits.maxResultPixels() / MEGAPIXEL))));
  }
}
