package dev.aiupscale.platform.lifecycle;

import dev.aiupscale.common.job.ObjectKeys;
import dev.aiupscale.platform.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Erases files that clients have put into the store, when their time is over, used or not. */
@ApplicationScoped
public class ExpiredUploads {
  private final ObjectStore store;
  private final Clock clock;

  public ExpiredUploads(ObjectStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Several at once do no harm. */
  public void erase() {
    List<String> over;
    do {
      over = store.list(ObjectKeys.uploads()).stream().filter(this::isOver).toList();
      over.forEach(store::delete);
    } while (!over.isEmpty());
  }

  private boolean isOver(String key) {
    return ObjectKeys.uploadAt(key)
        .filter(upload -> !clock.instant().isBefore(upload.expiry()))
        .isPresent();
  }
}
