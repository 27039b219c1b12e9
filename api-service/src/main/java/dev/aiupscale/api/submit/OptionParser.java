package dev.aiupscale.api.submit;

import dev.aiupscale.api.callback.CallbackRules;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.MetadataPolicy;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.common.model.ModelCatalogue;
import dev.aiupscale.common.model.ModelDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the options of a form; what is wrong is answered with the field and what is allowed. */
@ApplicationScoped
public class OptionParser {
  /** What runs where nobody asks for a model. */
  public static final String DEFAULT_MODEL = "esrgan-slim";

  /** The field that names a file in the store, in place of one in the form. */
  static final String UPLOAD = "upload";

  /** The field that names the picture. */
  static final String NAME = "name";

  private static final int DEFAULT_SCALE = 2;
  private static final int DEFAULT_QUALITY = 92;
  private static final String AUTO = "auto";
  private static final String ON = "on";
  private static final Set<String> KNOWN =
      Set.of(
          "model",
          "scale",
          "width",
          "height",
          "format",
          "quality",
          "metadata",
          "exact",
          "colorGuard",
          "ignoreCache",
          "dryRun",
          "callbackUrl",
          UPLOAD,
          NAME);

  private final ModelCatalogue models;
  private final CallbackRules callbacks;

  public OptionParser(ModelCatalogue models, CallbackRules callbacks) {
    this.models = models;
    this.callbacks = callbacks;
  }

  /**
   * @param fields the form's text fields, each with all its values
   * @throws UpscaleException OPTION_INVALID
   */
  RequestedOptions parse(Map<String, List<String>> fields) {
    String model = single(fields, "model").orElse(DEFAULT_MODEL);
    Optional<AskedSize> size = AskedSize.of(fields);
    int scale = scale(single(fields, "scale"), size.isPresent(), model);
    List<String> ignored =
        fields.keySet().stream().filter(name -> !KNOWN.contains(name)).sorted().toList();
    ModelDescriptor file = file(model, scale);
    return new RequestedOptions(
        file,
        scale,
        size,
        format(single(fields, "format").orElse(AUTO)),
        quality(single(fields, "quality")),
        metadata(single(fields, "metadata")),
        exact(single(fields, "exact"), file),
        flag("colorGuard", single(fields, "colorGuard").or(() -> Optional.of(ON))),
        flag("ignoreCache", single(fields, "ignoreCache")),
        single(fields, "callbackUrl").map(callbacks::accept),
        ignored);
  }

  /**
   * Whether the form asks what would come of it, and no more.
   *
   * @throws UpscaleException OPTION_INVALID
   */
  static boolean dryRun(Map<String, List<String>> fields) {
    return flag("dryRun", single(fields, "dryRun"));
  }

  /** Where a size is asked for, the largest factor, until the picture is known. */
  private int scale(Optional<String> text, boolean isSized, String model) {
    if (!isSized) {
      return text.map(value -> number("scale", value)).orElse(DEFAULT_SCALE);
    }
    if (text.isPresent()) {
      throw invalid("scale", "cannot be given together with width or height");
    }
    return models.nativeScales(model).stream().reduce((less, more) -> more).orElse(DEFAULT_SCALE);
  }

  private ModelDescriptor file(String model, int scale) {
    if (models.files(model).isEmpty()) {
      throw invalid("model", "is one of " + String.join(", ", models.ids()));
    }
    if (!ModelCatalogue.SCALES.contains(scale) || models.choose(model, scale).isEmpty()) {
      throw invalid("scale", "of " + model + " is one of " + join(models.reachableScales(model)));
    }
    return models.choose(model, scale).orElseThrow();
  }

  private static boolean exact(Optional<String> text, ModelDescriptor file) {
    boolean exact = flag("exact", text);
    if (exact && !file.exactIsPractical()) {
      String reach = "its network sees " + file.exactHalo() + " pixels around each";
      throw invalid("exact", "is not offered for " + file.id() + ", since " + reach);
    }
    return exact;
  }

  private static Optional<ResultFormat> format(String text) {
    if (text.equals(AUTO)) {
      return Optional.empty();
    }
    return Arrays.stream(ResultFormat.values())
        .filter(format -> format.json().equals(text))
        .findFirst()
        .or(
            () -> {
              throw invalid("format", "is one of auto, jpeg, png, webp");
            });
  }

  private static int quality(Optional<String> text) {
    int quality = text.map(value -> number("quality", value)).orElse(DEFAULT_QUALITY);
    if (quality < 1 || quality > 100) {
      throw invalid("quality", "is a whole number from 1 to 100");
    }
    return quality;
  }

  private static MetadataPolicy metadata(Optional<String> text) {
    String wanted = text.orElse(MetadataPolicy.STRIP.json());
    return Arrays.stream(MetadataPolicy.values())
        .filter(policy -> policy.json().equals(wanted))
        .findFirst()
        .orElseThrow(() -> invalid("metadata", "is one of strip, keep-basic"));
  }

  private static boolean flag(String field, Optional<String> text) {
    return switch (text.orElse("false").toLowerCase(Locale.ROOT)) {
      case "true", "on" -> true;
      case "false", "off" -> false;
      default -> throw invalid(field, "is true or false");
    };
  }

  static int number(String field, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw invalid(field, "is a whole number");
    }
  }

  /**
   * The one value of a field.
   *
   * @throws UpscaleException OPTION_INVALID
   */
  static Optional<String> single(Map<String, List<String>> fields, String name) {
    List<String> values =
        fields.getOrDefault(name, List.of()).stream().map(String::strip).distinct().toList();
    if (values.size() > 1) {
      throw invalid(name, "was given more than once with different values");
    }
    if (values.contains("")) {
      throw invalid(name, "is empty; leave it out for its default");
    }
    return values.stream().findFirst();
  }

  static UpscaleException invalid(String field, String allowed) {
    return new UpscaleException(
        ErrorCode.OPTION_INVALID, "The field '" + field + "' " + allowed + ".");
  }

  private static String join(List<Integer> scales) {
    return scales.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
