package dev.aiupscale.api.html;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages that the pages speak; the first one is spoken to whoever asks for none of them. */
public enum Language {
  EN("English"),
  DE("Deutsch"),
  ES("Español"),
  FR("Français"),
  JA("日本語"),
  ZH("中文");

  /** Keeps what a visitor chose, against what their browser asks for. */
  public static final String COOKIE = "lang";

  private static final List<String> TAGS = Arrays.stream(values()).map(Language::tag).toList();

  private final String ownName;

  Language(String ownName) {
    this.ownName = ownName;
  }

  /** As its speakers call it. */
  public String ownName() {
    return ownName;
  }

  /** By BCP 47. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Locale locale() {
    return Locale.forLanguageTag(tag());
  }

  /** The language with this tag. */
  public static Optional<Language> of(@Nullable String tag) {
    return Arrays.stream(values()).filter(language -> language.tag().equals(tag)).findFirst();
  }

  /** What the visitor chose once, or else what the browser prefers. */
  public static Language askedFor(HttpHeaders headers) {
    Cookie chosen = headers.getCookies().get(COOKIE);
    return of(chosen == null ? null : chosen.getValue())
        .orElseGet(() -> accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
  }

  static Language accepted(@Nullable String acceptLanguage) {
    try {
      List<Locale.LanguageRange> wanted =
          Locale.LanguageRange.parse(acceptLanguage == null ? "*" : acceptLanguage);
      return of(Locale.lookupTag(wanted, TAGS)).orElse(EN);
    } catch (IllegalArgumentException e) {
      return EN;
    }
  }
}
