package dev.aiupscale.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that are fields of the server's form: it knows which values it allows. */
final class FormOptions {
  @Option(names = "--model", paramLabel = "ID", description = "The network; GET /api/v1/models.")
  @Nullable String model;

  @Option(names = "--scale", paramLabel = "N", description = "Times the size: 2, 3, 4 or 8.")
  @Nullable String scale;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "auto, jpeg, png or webp. auto: PNG for what came lossless or transparent.")
  @Nullable String format;

  @Option(names = "--quality", paramLabel = "N", description = "Of a JPEG or WebP, 1 to 100.")
  @Nullable String quality;

  @Option(names = "--metadata", paramLabel = "NAME", description = "strip or keep-basic.")
  @Nullable String metadata;

  @Option(
      names = "--exact",
      negatable = true,
      description = "Tiles join as one inference of the whole picture, bit for bit.")
  @Nullable Boolean exact;

  @Option(
      names = "--color-guard",
      negatable = true,
      description = "Hold the result's colours to the picture's. On unless --no-color-guard.")
  @Nullable Boolean colorGuard;

  /** Those that were given; the rest is the server's to choose. */
  Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    put(fields, "model", model);
    put(fields, "scale", scale);
    put(fields, "format", format);
    put(fields, "quality", quality);
    put(fields, "metadata", metadata);
    put(fields, "exact", exact);
    put(fields, "colorGuard", colorGuard);
    return fields;
  }

  private static void put(Map<String, String> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value.toString());
    }
  }
}
