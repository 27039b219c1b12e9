package dev.aiupscale.worker.consume;

import dev.aiupscale.platform.storage.ObjectFacts;
import dev.aiupscale.platform.storage.ObjectStore;
import dev.aiupscale.platform.storage.ObjectUpload;
import org.jspecify.annotations.Nullable;

/**
 * Puts a result in its place while the attempt holds the job: over what was there when it was seen
 * to, so that an attempt that was overtaken meanwhile replaces nobody's newer result.
 */
final class FencedResult {
  private FencedResult() {}

  /**
   * @throws JobTaken when somebody else changed or erased the record
   */
  static void commit(ObjectStore store, String key, ObjectUpload result, ProgressReport report) {
    boolean committed = false;
    while (!committed) {
      @Nullable String present = store.head(key).map(ObjectFacts::etag).orElse(null);
      report.requireHeld();
      committed = result.commitOver(present);
    }
  }
}
