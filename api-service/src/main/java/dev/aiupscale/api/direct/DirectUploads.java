package dev.aiupscale.api.direct;

import dev.aiupscale.api.ApiConfig;
import dev.aiupscale.api.access.Asking;
import dev.aiupscale.api.load.Admission;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.ObjectKeys;
import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.common.job.UploadId;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.storage.ObjectLinks;
import dev.aiupscale.platform.storage.ObjectStore;
import dev.aiupscale.platform.storage.ObjectStream;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Files that clients put into the store by themselves, past the API, to make jobs of them. What is
 * known of one stands in its id alone: whose it is, and when it goes.
 */
@ApplicationScoped
public class DirectUploads {
  private final Optional<ObjectLinks> links;
  private final ObjectStore store;
  private final Admission admission;
  private final Asking asking;
  private final ApiConfig config;
  private final RandomGenerator random;
  private final Clock clock;

  public DirectUploads(
      Optional<ObjectLinks> links,
      ObjectStore store,
      Admission admission,
      Asking asking,
      ApiConfig config,
      RandomGenerator random,
      Clock clock) {
    this.links = links;
    this.store = store;
    this.admission = admission;
    this.asking = asking;
    this.config = config;
    this.random = random;
    this.clock = clock;
  }

  /**
   * @param bytes of the file, as a client sent the number
   * @throws UpscaleException OPTION_INVALID, IMAGE_TOO_LARGE, QUEUE_FULL or STORAGE_UNAVAILABLE;
   *     JOB_NOT_FOUND where nothing goes past the API
   */
  DirectUpload begin(String bytes) {
    ObjectLinks open = links.orElseThrow(DirectUploads::closed);
    long size = size(bytes);
    admission.requireRoom();
    store.ping();
    Instant now = clock.instant();
    UploadId drawn = UploadId.until(now.plus(config.direct().uploadTime()), random);
    UploadId id = new UploadId(asking.caller().tenant().own(drawn.hex()));
    return new DirectUpload(
        id,
        "PUT",
        open.toPut(ObjectKeys.upload(id), size, config.direct().linkTime()),
        size,
        now.plus(config.direct().linkTime()).truncatedTo(ChronoUnit.SECONDS),
        id.expiry());
  }

  /**
   * Brings the file here.
   *
   * @param id as a client sent it
   * @param target a file that does not exist
   * @throws UpscaleException IMAGE_MISSING when it was not put there, is over, or is another's
   */
  public void fetch(String id, Path target) {
    UploadId upload = usable(id).orElseThrow(DirectUploads::missing);
    try (ObjectStream file =
        store.open(ObjectKeys.upload(upload), null).orElseThrow(DirectUploads::missing)) {
      file.copyTo(target);
    } catch (IOException e) {
      throw new UpscaleException(
          ErrorCode.STORAGE_UNAVAILABLE, "The store broke off; please try again.", e);
    }
  }

  /** Erases the file, or does nothing when there is none. */
  void erase(String id) {
    usable(id).map(ObjectKeys::upload).ifPresent(store::delete);
  }

  private Optional<UploadId> usable(String id) {
    return Optional.of(id)
        .filter(Sha256::isHex)
        .filter(asking.caller().tenant()::owns)
        .map(UploadId::new)
        .filter(upload -> clock.instant().isBefore(upload.expiry()));
  }

  private long size(String text) {
    if (!text.matches("0*[1-9]\\d{0,17}")) {
      throw new UpscaleException(
          ErrorCode.OPTION_INVALID,
          "The field 'bytes' is the size of the file, a whole number from 1.");
    }
    long size = Long.parseLong(text);
    long limit = config.limits().maxBytes();
    if (size > limit) {
      throw new UpscaleException(
          ErrorCode.IMAGE_TOO_LARGE,
          "The file has more bytes than the limit of " + limit + " bytes.");
    }
    return size;
  }

  private static UpscaleException missing() {
    return new UpscaleException(
        ErrorCode.IMAGE_MISSING,
        "There is no such upload: its file was not put there yet, or its time is over.");
  }

  private static UpscaleException closed() {
    return new UpscaleException(
        ErrorCode.JOB_NOT_FOUND,
        "Uploads to the store are not open here; send the picture to /api/v1/jobs.");
  }
}
