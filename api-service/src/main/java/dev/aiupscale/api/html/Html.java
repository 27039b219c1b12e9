package dev.aiupscale.api.html;

/** Writes text into HTML. */
public final class Html {
  private Html() {}

  /** Safe between tags and inside of a quoted attribute. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
