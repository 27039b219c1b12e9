package dev.aiupscale.api.submit;

import dev.aiupscale.api.image.ImageNormaliser;
import dev.aiupscale.api.image.NormalisedImage;
import dev.aiupscale.common.job.ImageId;
import dev.aiupscale.common.job.ImageRecord;
import dev.aiupscale.common.job.ObjectKeys;
import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.platform.PlatformConfig;
import dev.aiupscale.platform.storage.ImageRecords;
import dev.aiupscale.platform.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** Makes an uploaded picture durable in its normalised form, once for each picture. */
@ApplicationScoped
public class StoredUpload {
  private final ImageNormaliser normaliser;
  private final ImageRecords images;
  private final ObjectStore store;
  private final Path workDir;

  public StoredUpload(
      ImageNormaliser normaliser, ImageRecords images, ObjectStore store, PlatformConfig config) {
    this.normaliser = normaliser;
    this.images = images;
    this.store = store;
    this.workDir = config.workDir();
  }

  /** The picture's facts; its objects are stored when this returns with a known record. */
  ImageRecord describe(Path upload, UploadCheck check) {
    ImageId id = imageId(upload);
    return images
        .find(id)
        .map(
            known -> {
              check.accept(known);
              return known;
            })
        .orElseGet(() -> normalise(id, upload, check));
  }

  /**
   * For a picture whose record lists a new job by now: stores its objects again if a deletion of
   * the picture's last job took them meanwhile.
   */
  void ensureStored(ImageRecord image, Path upload) {
    boolean complete =
        store.head(ObjectKeys.original(image.imageId())).isPresent()
            && (!image.lossless() || store.head(ObjectKeys.source(image.imageId())).isPresent());
    if (!complete) {
      normalise(image.imageId(), upload, known -> {});
    }
  }

  private ImageRecord normalise(ImageId id, Path upload, UploadCheck check) {
    try (WorkFolder folder = WorkFolder.create(workDir)) {
      NormalisedImage made = normaliser.normalise(upload, folder.path());
      Path lossless = made.losslessSource();
      ImageRecord image =
          new ImageRecord(
              id, made.source(), lossless != null, made.metadata(), made.notes(), List.of());
      check.accept(image);
      store.put(ObjectKeys.original(id), "image/jpeg", made.original());
      if (lossless != null) {
        store.put(ObjectKeys.source(id), "image/png", lossless);
      }
      return image;
    }
  }

  private static ImageId imageId(Path upload) {
    MessageDigest digest = Sha256.digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(upload), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ImageId(HexFormat.of().formatHex(digest.digest()));
  }

  /** Refuses a picture before anything of it is stored. */
  interface UploadCheck {
    void accept(ImageRecord image);
  }
}
