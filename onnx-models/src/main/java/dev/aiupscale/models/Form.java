package dev.aiupscale.models;

import dev.aiupscale.models.rewrite.Rewrite;
import java.util.List;

/** What becomes of a published network before it is written as a file. */
public enum Form {
  /** Rewritten to be fast: what is served. */
  REWRITTEN(Rewrite.ALL, ""),
  /** Operation by operation as published: what the other is compared with. */
  PLAIN(List.of(), "-plain");

  private final List<Rewrite> rewrites;
  private final String suffix;

  Form(List<Rewrite> rewrites, String suffix) {
    this.rewrites = rewrites;
    this.suffix = suffix;
  }

  List<Rewrite> rewrites() {
    return rewrites;
  }

  /** What the head of a file in this form says of its maker. */
  String version() {
    return Conversion.VERSION + suffix;
  }
}
