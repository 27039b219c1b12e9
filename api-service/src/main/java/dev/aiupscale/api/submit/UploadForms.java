package dev.aiupscale.api.submit;

import dev.aiupscale.api.direct.DirectUploads;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.PlatformConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.function.Function;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** Reads submissions: the picture is in the form, or was put into the store before. */
@ApplicationScoped
public class UploadForms {
  private final DirectUploads uploads;
  private final Path workDir;

  public UploadForms(DirectUploads uploads, PlatformConfig config) {
    this.uploads = uploads;
    this.workDir = config.workDir();
  }

  /**
   * Does {@code work} while the picture's file is there.
   *
   * @throws UpscaleException IMAGE_MISSING, IMAGE_EMPTY or OPTION_INVALID
   */
  public <T> T read(MultipartFormDataInput input, Function<UploadForm, T> work) {
    FormParts parts = FormParts.of(input);
    return parts
        .upload()
        .map(id -> readStored(id, parts, work))
        .orElseGet(() -> work.apply(sent(parts)));
  }

  private <T> T readStored(String id, FormParts parts, Function<UploadForm, T> work) {
    try (WorkFolder folder = WorkFolder.create(workDir)) {
      Path image = folder.path().resolve("upload");
      uploads.fetch(id, image);
      String name = UploadName.clean(parts.name().orElse(null));
      return work.apply(new UploadForm(image, name, parts.texts()));
    }
  }

  private static UploadForm sent(FormParts parts) {
    FormValue image = parts.image();
    String name = UploadName.clean(parts.name().orElse(image.getFileName()));
    return new UploadForm(image.getFileItem().getFile(), name, parts.texts());
  }
}
