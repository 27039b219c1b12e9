package dev.aiupscale.common.job;

import dev.aiupscale.common.image.ResultFormat;
import java.util.Optional;
import java.util.UUID;

/** Where things lie in the bucket. Redis keys mirror these. */
public final class ObjectKeys {
  private ObjectKeys() {}

  public static String original(ImageId id) {
    return "originals/" + id + ".jpg";
  }

  public static String source(ImageId id) {
    return "sources/" + id + ".png";
  }

  public static String image(ImageId id) {
    return "images/" + id + ".json";
  }

  public static String job(JobId id) {
    return "jobs/" + id + ".json";
  }

  public static String result(JobId id, ResultFormat format) {
    return "results/" + id + "." + format.extension();
  }

  /** Where the jobs stand that are being begun or erased. */
  public static String pending() {
    return "pending/";
  }

  /**
   * @param entry makes the key the writer's own
   */
  public static String pending(JobId id, UUID entry) {
    return pending() + id + "/" + entry + ".json";
  }

  /** Where it stands who is to be told of jobs' ends. */
  public static String callbacks() {
    return "callbacks/";
  }

  /**
   * @param name tells the job's callbacks from each other
   */
  public static String callback(JobId id, String name) {
    return callbacks() + id + "/" + name + ".json";
  }

  /** Where files lie that clients have put into the store by themselves, the oldest first. */
  public static String uploads() {
    return "uploads/";
  }

  public static String upload(UploadId id) {
    return uploads() + id.expiryDigits() + "-" + id;
  }

  /** The upload that lies under a key; empty for one that is not of {@link #upload}. */
  public static Optional<UploadId> uploadAt(String key) {
    return Optional.of(key.substring(key.indexOf('-') + 1))
        .filter(Sha256::isHex)
        .map(UploadId::new);
  }

  /** Redis only: the latest progress of a running job. */
  public static String progress(JobId id) {
    return "progress/" + id + ".json";
  }

  /** Begins the keys of all that attempts at a job leave for each other. */
  public static String checkpoints(JobId id) {
    return "checkpoints/" + id + "/";
  }
}
