package dev.aiupscale.api.earlier;

import dev.aiupscale.api.submit.UploadForm;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Puts the earlier form's field {@code upscalingOption} ({@code x2}, {@code x4} …) into today's
 * words.
 */
final class EarlierForm {
  private static final String OPTION = "upscalingOption";
  private static final String SCALE = "scale";

  private EarlierForm() {}

  static UploadForm translate(UploadForm form) {
    if (form.isDryRun()) {
      throw new UpscaleException(
          ErrorCode.OPTION_INVALID, "The field 'dryRun' can be true at POST /api/v1/jobs alone.");
    }
    Map<String, List<String>> fields = new LinkedHashMap<>(form.fields());
    List<String> options = fields.remove(OPTION);
    if (options != null) {
      Stream<String> scales = options.stream().map(EarlierForm::scale);
      Stream<String> named = fields.getOrDefault(SCALE, List.of()).stream();
      fields.put(SCALE, Stream.concat(scales, named).toList());
    }
    return new UploadForm(form.image(), form.name(), fields);
  }

  private static String scale(String option) {
    if (!option.matches("x[2348]")) {
      throw new UpscaleException(
          ErrorCode.OPTION_INVALID, "The field '" + OPTION + "' is one of x2, x3, x4, x8.");
    }
    return option.substring(1);
  }
}
