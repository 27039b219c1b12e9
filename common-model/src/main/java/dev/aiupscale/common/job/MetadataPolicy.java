package dev.aiupscale.common.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What of an upload's metadata reaches the result. */
public enum MetadataPolicy {
  /** Nothing. */
  STRIP,
  /** Copyright, artist and capture date. */
  KEEP_BASIC;

  @JsonCreator
  public static MetadataPolicy fromJson(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  @JsonValue
  public String json() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
