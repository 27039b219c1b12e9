package dev.aiupscale.api.submit;

import dev.aiupscale.api.image.ImageNormaliser;
import dev.aiupscale.api.image.NormalisedImage;
import dev.aiupscale.common.job.ImageId;
import dev.aiupscale.common.job.ImageRecord;
import dev.aiupscale.common.job.ObjectKeys;
import dev.aiupscale.platform.storage.ObjectStore;
import dev.aiupscale.platform.trace.Traces;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One uploaded picture, normalised at most once, and only where its objects are not stored. */
final class Upload implements AutoCloseable {
  private final Path file;
  private final ImageId id;
  private final WorkFolder folder;
  private final ImageNormaliser normaliser;
  private final Optional<ImageRecord> recorded;
  private final ObjectStore store;
  private @Nullable NormalisedImage normalised;

  Upload(
      Path file,
      ImageId id,
      Optional<ImageRecord> recorded,
      WorkFolder folder,
      ImageNormaliser normaliser,
      ObjectStore store) {
    this.file = file;
    this.id = id;
    this.recorded = recorded;
    this.folder = folder;
    this.normaliser = normaliser;
    this.store = store;
  }

  /** Whether some job exists for the picture, so that it need not be looked at. */
  boolean isKnown() {
    return recorded.isPresent();
  }

  /** The picture's facts, as recorded or from a look at it. */
  ImageRecord describe() {
    return recorded.orElseGet(() -> recordOf(normalised()));
  }

  /** Stores the objects of the picture where they are not in the store. */
  void ensureStored() {
    ImageRecord image = describe();
    boolean complete =
        isStored(ObjectKeys.original(id)) && (!image.lossless() || isStored(ObjectKeys.source(id)));
    if (!complete) {
      NormalisedImage made = normalised();
      Traces.step("store picture", () -> put(made));
    }
  }

  @Override
  public void close() {
    folder.close();
  }

  private boolean isStored(String key) {
    return store.head(key).isPresent();
  }

  private NormalisedImage put(NormalisedImage made) {
    store.put(ObjectKeys.original(id), "image/jpeg", made.original());
    Path lossless = made.losslessSource();
    if (lossless != null) {
      store.put(ObjectKeys.source(id), "image/png", lossless);
    }
    return made;
  }

  private NormalisedImage normalised() {
    if (normalised == null) {
      normalised =
          Traces.step("normalise picture", () -> normaliser.normalise(file, folder.path()));
    }
    return normalised;
  }

  private ImageRecord recordOf(NormalisedImage made) {
    return ImageRecord.of(
        id, made.source(), made.losslessSource() != null, made.metadata(), made.notes());
  }
}
