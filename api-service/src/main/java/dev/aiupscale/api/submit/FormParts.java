package dev.aiupscale.api.submit;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/**
 * What a multipart form holds.
 *
 * @param images the files in the field for the picture
 * @param texts all other fields, each with all its values; those of files are empty
 */
record FormParts(List<FormValue> images, Map<String, List<String>> texts) {
  private static final String IMAGE = "image";

  static FormParts of(MultipartFormDataInput input) {
    Map<String, Collection<FormValue>> values = input.getValues();
    List<FormValue> images =
        values.getOrDefault(IMAGE, List.of()).stream().filter(FormValue::isFileItem).toList();
    return new FormParts(images, texts(values));
  }

  /**
   * The one picture.
   *
   * @throws UpscaleException IMAGE_MISSING or IMAGE_EMPTY
   */
  FormValue image() {
    if (images.isEmpty()) {
      throw missing("The form needs one file in the field 'image', or an upload's id in 'upload'.");
    }
    if (images.size() > 1) {
      throw missing("The form has several files in the field 'image'; send one file a request.");
    }
    FormValue file = images.get(0);
    if (size(file) == 0) {
      throw String.valueOf(file.getFileName()).isBlank()
          ? missing("No file was chosen in the field 'image'.")
          : new UpscaleException(
              ErrorCode.IMAGE_EMPTY, "The file in the field 'image' has 0 bytes.");
    }
    return file;
  }

  /** The id of the file that was put into the store for this form. */
  Optional<String> upload() {
    Optional<String> upload = OptionParser.single(texts, OptionParser.UPLOAD);
    if (upload.isPresent() && images.stream().anyMatch(image -> size(image) > 0)) {
      throw new UpscaleException(
          ErrorCode.OPTION_INVALID,
          "The field 'upload' names a picture, and there is one in 'image', too; send one of them.");
    }
    return upload;
  }

  /** What the sender calls the picture, whatever its file is called. */
  Optional<String> name() {
    return OptionParser.single(texts, OptionParser.NAME);
  }

  private static Map<String, List<String>> texts(Map<String, Collection<FormValue>> values) {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    values.forEach(
        (name, parts) -> {
          List<String> all = new ArrayList<>();
          parts.forEach(part -> all.add(part.isFileItem() ? "" : part.getValue()));
          // A part without a name means nothing here.
          if (name != null && !name.equals(IMAGE)) {
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
