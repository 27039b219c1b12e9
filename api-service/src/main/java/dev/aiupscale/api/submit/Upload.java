package dev.aiupscale.api.submit;

import dev.aiupscale.api.image.ImageNormaliser;
import dev.aiupscale.api.image.NormalisedImage;
import dev.aiupscale.common.job.ImageId;
import dev.aiupscale.common.job.ImageRecord;
import dev.aiupscale.common.job.ObjectKeys;
import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.platform.storage.ImageRecords;
import dev.aiupscale.platform.storage.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** One uploaded picture, normalised at most once, and only where its objects are not stored. */
final class Upload implements AutoCloseable {
  private final Path file;
  private final ImageId id;
  private final WorkFolder folder;
  private final ImageNormaliser normaliser;
  private final ImageRecords images;
  private final ObjectStore store;
  private @Nullable NormalisedImage normalised;

  Upload(
      Path file,
      WorkFolder folder,
      ImageNormaliser normaliser,
      ImageRecords images,
      ObjectStore store) {
    this.file = file;
    this.id = imageId(file);
    this.folder = folder;
    this.normaliser = normaliser;
    this.images = images;
    this.store = store;
  }

  /** Whether some job exists for the picture, so that it need not be looked at. */
  boolean isKnown() {
    return images.find(id).isPresent();
  }

  /**
   * The picture's facts, as recorded or from a look at it.
   *
   * @param check refuses the picture before anything of it is stored
   */
  ImageRecord describe(Check check) {
    ImageRecord image = images.find(id).orElseGet(() -> recordOf(normalised()));
    check.accept(image);
    return image;
  }

  /** Stores the objects of the picture where they are not in the store. */
  void ensureStored() {
    ImageRecord image = images.find(id).orElseGet(() -> recordOf(normalised()));
    boolean complete =
        isStored(ObjectKeys.original(id)) && (!image.lossless() || isStored(ObjectKeys.source(id)));
    if (!complete) {
      put(normalised());
    }
  }

  @Override
  public void close() {
    folder.close();
  }

  private boolean isStored(String key) {
    return store.head(key).isPresent();
  }

  private void put(NormalisedImage made) {
    store.put(ObjectKeys.original(id), "image/jpeg", made.original());
    Path lossless = made.losslessSource();
    if (lossless != null) {
      store.put(ObjectKeys.source(id), "image/png", lossless);
    }
  }

  private NormalisedImage normalised() {
    if (normalised == null) {
      normalised = normaliser.normalise(file, folder.path());
    }
    return normalised;
  }

  private ImageRecord recordOf(NormalisedImage made) {
    return ImageRecord.of(
        id, made.source(), made.losslessSource() != null, made.metadata(), made.notes());
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

  /** Refuses a picture by throwing. */
  interface Check {
    void accept(ImageRecord image);
  }
}
