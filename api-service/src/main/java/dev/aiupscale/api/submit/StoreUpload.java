package dev.aiupscale.api.submit;

import dev.aiupscale.api.access.Asking;
import dev.aiupscale.api.image.ImageNormaliser;
import dev.aiupscale.common.job.ImageId;
import dev.aiupscale.common.job.ImageRecord;
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
import java.util.Optional;

/** Opens uploaded files as what they may become: stored pictures. */
@ApplicationScoped
public class StoreUpload {
  private final ImageNormaliser normaliser;
  private final ImageRecords images;
  private final ObjectStore store;
  private final Asking asking;
  private final Path workDir;

  public StoreUpload(
      ImageNormaliser normaliser,
      ImageRecords images,
      ObjectStore store,
      Asking asking,
      PlatformConfig config) {
    this.asking = asking;
    this.normaliser = normaliser;
    this.images = images;
    this.store = store;
    this.workDir = config.workDir();
  }

  /**
   * @param file the bytes as they came
   */
  Upload open(Path file) {
    ImageId id = new ImageId(asking.caller().tenant().own(sha256(file)));
    Optional<ImageRecord> recorded = images.find(id);
    return new Upload(file, id, recorded, WorkFolder.create(workDir), normaliser, store);
  }

  private static String sha256(Path upload) {
    MessageDigest digest = Sha256.digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(upload), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
