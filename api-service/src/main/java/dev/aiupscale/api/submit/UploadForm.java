package dev.aiupscale.api.submit;

import dev.aiupscale.common.job.UpscaleException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A submission as it came: the picture's file, its cleaned name, and the text fields with all
 * values.
 */
public record UploadForm(Path image, String name, Map<String, List<String>> fields) {
  /**
   * Whether it asks what would come of it, and no more.
   *
   * @throws UpscaleException OPTION_INVALID
   */
  public boolean isDryRun() {
    return OptionParser.dryRun(fields);
  }
}
