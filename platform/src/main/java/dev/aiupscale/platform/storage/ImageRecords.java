package dev.aiupscale.platform.storage;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.ImageId;
import dev.aiupscale.common.job.ImageRecord;
import dev.aiupscale.common.job.JobId;
import dev.aiupscale.common.job.ObjectKeys;
import dev.aiupscale.common.job.UpscaleException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The records of uploaded pictures: {@code images/{imageId}.json}. Each is also the lock of its
 * picture: while one job of the picture is erased, nobody adds another.
 */
@ApplicationScoped
public class ImageRecords {
  /** Longer than the calls of one erasure take; after it the erasure counts as given up. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  /** Longer than any one call takes. */
  private static final Duration MARGIN = Duration.ofSeconds(45);

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final long PAUSE_MILLIS = 20;

  private final Records<ImageRecord> records;
  private final ObjectStore store;
  private final Clock clock;

  public ImageRecords(ObjectStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
    this.records = new Records<>(store, ImageRecord.class);
  }

  /** The record of a picture that some job exists for. */
  public Optional<ImageRecord> find(ImageId id) {
    return records
        .find(ObjectKeys.image(id))
        .map(Versioned::value)
        .filter(image -> !image.jobs().isEmpty());
  }

  /**
   * Makes {@code job} the newest job of the picture, whose record is created when missing. Waits
   * for the end of an erasure.
   *
   * @throws UpscaleException STORAGE_UNAVAILABLE when an erasure does not end
   */
  public void addJob(ImageRecord image, JobId job) {
    change(
        ObjectKeys.image(image.imageId()),
        image,
        present -> (present.jobs().isEmpty() ? image : present).with(job));
  }

  /** Whether {@code job} belongs to the picture, and nothing of the picture is being erased. */
  public boolean holds(ImageId id, JobId job) {
    return find(id)
        .filter(image -> image.jobs().contains(job) && !image.isErasing(clock.instant()))
        .isPresent();
  }

  /**
   * Keeps everybody else from the picture until {@link #endErasure}, or until the time for it is
   * over. Waits for the end of another erasure.
   *
   * @param image what to record when the picture has no record, to hold the others off
   * @return the picture's record, which is the lock
   * @throws UpscaleException STORAGE_UNAVAILABLE when the other erasure does not end
   */
  public Versioned<ImageRecord> beginErasure(ImageRecord image) {
    return change(
        ObjectKeys.image(image.imageId()),
        image,
        present -> present.erasing(clock.instant().plus(LEASE)));
  }

  /**
   * To be asked before whatever would be wrong without the lock.
   *
   * @throws UpscaleException STORAGE_UNAVAILABLE when the time for the erasure is nearly over, or
   *     somebody else has the picture by now
   */
  public void requireErasing(Versioned<ImageRecord> lock) {
    boolean held =
        lock.value().isErasing(clock.instant().plus(MARGIN))
            && records
                .find(ObjectKeys.image(lock.value().imageId()))
                .filter(present -> present.etag().equals(lock.etag()))
                .isPresent();
    if (!held) {
      throw new UpscaleException(
          ErrorCode.STORAGE_UNAVAILABLE, "The erasure took too long; it will be ended later.");
    }
  }

  /** Takes {@code job} off the picture's list; the record goes with the last job. */
  public void endErasure(Versioned<ImageRecord> lock, JobId job) {
    String key = ObjectKeys.image(lock.value().imageId());
    if (lock.value().hasNoJobBut(job)) {
      store.deleteIfUnchanged(key, lock.etag());
    } else {
      records.replace(key, lock, lock.value().without(job));
    }
  }

  /** Lets the others at the picture again, with nothing erased. */
  public void abandonErasure(Versioned<ImageRecord> lock) {
    records.replace(ObjectKeys.image(lock.value().imageId()), lock, lock.value().erasing(null));
  }

  private Versioned<ImageRecord> change(
      String key, ImageRecord whenMissing, UnaryOperator<ImageRecord> change) {
    Instant deadline = clock.instant().plus(PATIENCE);
    while (true) {
      Optional<Versioned<ImageRecord>> seen = records.find(key);
      if (seen.isPresent() && seen.get().value().isErasing(clock.instant())) {
        requireBefore(deadline);
      } else {
        Optional<Versioned<ImageRecord>> written =
            seen.isEmpty()
                ? records.create(key, change.apply(whenMissing))
                : records.replace(key, seen.get(), change.apply(seen.get().value()));
        if (written.isPresent()) {
          return written.get();
        }
      }
      pause();
    }
  }

  private void requireBefore(Instant deadline) {
    if (clock.instant().isAfter(deadline)) {
      throw new UpscaleException(
          ErrorCode.STORAGE_UNAVAILABLE,
          "This picture is being erased; please try again in a minute.");
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UpscaleException(ErrorCode.STORAGE_UNAVAILABLE, "The service is stopping.", e);
    }
  }
}
