package dev.aiupscale.api.status;

import java.util.Locale;

/** Where an answer came from; said in the {@code X-Cache} header. */
public enum Origin {
  REDIS,
  S3;

  public static final String HEADER = "X-Cache";

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
