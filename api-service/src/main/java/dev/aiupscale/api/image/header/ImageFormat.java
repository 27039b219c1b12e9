package dev.aiupscale.api.image.header;

import java.util.Locale;

/** The formats that an upload may have. */
public enum ImageFormat {
  JPEG,
  PNG,
  WEBP,
  GIF,
  BMP,
  TIFF;

  /** The name in job records. */
  public String json() {
    return name().toLowerCase(Locale.ROOT);
  }
}
