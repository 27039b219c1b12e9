package dev.aiupscale.api.submit;

import org.jspecify.annotations.Nullable;

/** Makes a client's file name harmless: the last path segment, printable, of bounded length. */
public final class UploadName {
  private static final int MAX_LENGTH = 120;
  private static final String UNNAMED = "image";

  private UploadName() {}

  public static String clean(@Nullable String raw) {
    if (raw == null) {
      return UNNAMED;
    }
    String text = raw.replaceAll("(?i)%(0[0-9a-f]|1[0-9a-f]|7f)", "").replace("%22", "'");
    String segment = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
    String printable =
        segment
            .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{IsNoncharacter_Code_Point}\"<>|:*?]", "")
            .replace("..", ".")
            .strip();
    String named = printable.isEmpty() || printable.equals(".") ? UNNAMED : printable;
    return named.codePointCount(0, named.length()) <= MAX_LENGTH ? named : shortened(named);
  }

  private static String shortened(String name) {
    int dot = name.lastIndexOf('.');
    String extension = dot > 0 && name.length() - dot <= 6 ? name.substring(dot) : "";
    return name.substring(0, name.offsetByCodePoints(0, MAX_LENGTH - extension.length()))
        + extension;
  }
}
