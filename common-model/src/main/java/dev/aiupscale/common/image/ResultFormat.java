package dev.aiupscale.common.image;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The formats that a result can be written in. */
public enum ResultFormat {
  JPEG("jpg", "image/jpeg", 65_500, Long.MAX_VALUE, false),
  PNG("png", "image/png", Integer.MAX_VALUE, Long.MAX_VALUE, true),
  WEBP("webp", "image/webp", 16_383, 50_000_000, true);

  private final String extension;
  private final String mediaType;
  private final int maxSide;
  private final long maxPixels;
  private final boolean alpha;

  ResultFormat(String extension, String mediaType, int maxSide, long maxPixels, boolean alpha) {
    this.extension = extension;
    this.mediaType = mediaType;
    this.maxSide = maxSide;
    this.maxPixels = maxPixels;
    this.alpha = alpha;
  }

  @JsonCreator
  public static ResultFormat fromJson(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** The name in requests and records: {@code jpeg}, {@code png} or {@code webp}. */
  @JsonValue
  public String json() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The file name extension without its dot. */
  public String extension() {
    return extension;
  }

  public String mediaType() {
    return mediaType;
  }

  /**
   * The longest side in pixels of a result. A JPEG could declare 65,535, but libjpeg neither writes
   * nor reads more than 65,500.
   */
  public int maxSide() {
    return maxSide;
  }

  /** The most pixels that a result of this format can have: the WebP encoder holds them all. */
  public long maxPixels() {
    return maxPixels;
  }

  public boolean keepsAlpha() {
    return alpha;
  }

  /** Whether the quality option changes the file. */
  public boolean hasQuality() {
    return this != PNG;
  }

  public boolean holds(long width, long height) {
    return width <= maxSide && height <= maxSide && width * height <= maxPixels;
  }
}
