package dev.aiupscale.api.submit;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/**
 * An upload as it came: the picture's file, its cleaned name, and the text fields with all values.
 */
public record UploadForm(Path image, String name, Map<String, List<String>> fields) {
  private static final String IMAGE = "image";

  /**
   * @throws UpscaleException IMAGE_MISSING or IMAGE_EMPTY
   */
  public static UploadForm of(MultipartFormDataInput input) {
    Map<String, Collection<FormValue>> values = input.getValues();
    FormValue image = image(values.getOrDefault(IMAGE, List.of()));
    return new UploadForm(
        image.getFileItem().getFile(), UploadName.clean(image.getFileName()), texts(values));
  }

  /**
   * Whether it asks what would come of it, and no more.
   *
   * @throws UpscaleException OPTION_INVALID
   */
  public boolean isDryRun() {
    return OptionParser.dryRun(fields);
  }

  private static FormValue image(Collection<FormValue> parts) {
    List<FormValue> files = parts.stream().filter(FormValue::isFileItem).toList();
    if (files.isEmpty()) {
      throw missing("The form needs one file in the field 'image'.");
    }
    if (files.size() > 1) {
      throw missing("The form has several files in the field 'image'; send one file a request.");
    }
    FormValue file = files.get(0);
    if (size(file) == 0) {
      throw String.valueOf(file.getFileName()).isBlank()
          ? missing("No file was chosen in the field 'image'.")
          : new UpscaleException(
              ErrorCode.IMAGE_EMPTY, "The file in the field 'image' has 0 bytes.");
    }
    return file;
  }

  private static Map<String, List<String>> texts(Map<String, Collection<FormValue>> values) {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    values.forEach(
        (name, parts) -> {
          List<String> all = new ArrayList<>();
          parts.forEach(part -> all.add(part.isFileItem() ? "" : part.getValue()));
          if (!name.equals(IMAGE)) {
            texts.put(name, all);
          }
        });
    return texts;
  }

  private static long size(FormValue file) {
    try {
      return Files.size(file.getFileItem().getFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UpscaleException missing(String detail) {
    return new UpscaleException(ErrorCode.IMAGE_MISSING, detail);
  }
}
