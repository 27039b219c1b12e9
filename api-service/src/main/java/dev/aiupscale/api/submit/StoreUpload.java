package dev.aiupscale.api.submit;

import dev.aiupscale.api.image.ImageNormaliser;
import dev.aiupscale.platform.PlatformConfig;
import dev.aiupscale.platform.storage.ImageRecords;
import dev.aiupscale.platform.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;

/** Opens uploaded files as what they may become: stored pictures. */
@ApplicationScoped
public class StoreUpload {
  private final ImageNormaliser normaliser;
  private final ImageRecords images;
  private final ObjectStore store;
  private final Path workDir;

  public StoreUpload(
      ImageNormaliser normaliser, ImageRecords images, ObjectStore store, PlatformConfig config) {
    this.normaliser = normaliser;
    this.images = images;
    this.store = store;
    this.workDir = config.workDir();
  }

  /**
   * @param file the bytes as they came
   */
  Upload open(Path file) {
    return new Upload(file, WorkFolder.create(workDir), normaliser, images, store);
  }
}
