package dev.aiupscale.platform.storage;

import dev.aiupscale.common.job.ImageId;
import dev.aiupscale.common.job.ImageRecord;
import dev.aiupscale.common.job.JobId;
import dev.aiupscale.common.job.ObjectKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The records of uploaded pictures: {@code images/{imageId}.json}. */
@ApplicationScoped
public class ImageRecords {
  private final Records<ImageRecord> records;
  private final ObjectStore store;

  public ImageRecords(ObjectStore store) {
    this.store = store;
    this.records = new Records<>(store, ImageRecord.class);
  }

  public Optional<ImageRecord> find(ImageId id) {
    return records.find(ObjectKeys.image(id)).map(Versioned::value);
  }

  /** Makes {@code job} the newest job of the picture, whose record is created when missing. */
  public void addJob(ImageRecord image, JobId job) {
    String key = ObjectKeys.image(image.imageId());
    while (records.change(key, present -> present.with(job)).isEmpty()) {
      if (records.create(key, image.with(job)).isPresent()) {
        return;
      }
    }
  }

  /**
   * Takes {@code job} off the picture's list.
   *
   * @return whether no job is left
   */
  public boolean removeJob(ImageId id, JobId job) {
    return records
        .change(ObjectKeys.image(id), present -> present.without(job))
        .map(left -> left.value().jobs().isEmpty())
        .orElse(true);
  }

  public void delete(ImageId id) {
    store.delete(ObjectKeys.image(id));
  }
}
