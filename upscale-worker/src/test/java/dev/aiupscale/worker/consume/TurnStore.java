package dev.aiupscale.worker.consume;

import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.platform.storage.ObjectFacts;
import dev.aiupscale.platform.storage.ObjectStore;
import dev.aiupscale.platform.storage.ObjectStream;
import dev.aiupscale.platform.storage.ObjectUpload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** An object store with S3's guarantees in which every call waits for its turn. */
final class TurnStore implements ObjectStore {
  private final Turns turns;
  private final Outages outages;
  private final BiConsumer<String, byte @Nullable []> watcher;
  private final Map<String, Stored> objects = new TreeMap<>();
  private int writes;

  /**
   * @param watcher is told of each write, and, with null, of each deletion
   */
  TurnStore(Turns turns, Outages outages, BiConsumer<String, byte @Nullable []> watcher) {
    this.turns = turns;
    this.outages = outages;
    this.watcher = watcher;
  }

  private record Stored(byte[] bytes, String mediaType, String etag) {
    ObjectFacts facts() {
      return new ObjectFacts(bytes.length, mediaType, etag);
    }
  }

  @Override
  public void put(String key, String mediaType, byte[] bytes) {
    outages.call("put " + key, () -> write(key, mediaType, bytes));
  }

  @Override
  public void put(String key, String mediaType, Path file) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ObjectUpload upload(String key, String mediaType) {
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    return new ObjectUpload() {
      @Override
      public void write(int value) {
        parts.write(value);
      }

      @Override
      public boolean commitOver(@Nullable String expectedEtag) {
        return putIfUnchanged(key, mediaType, parts.toByteArray(), expectedEtag).isPresent();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public Optional<String> putIfUnchanged(
      String key, String mediaType, byte[] bytes, @Nullable String expectedEtag) {
    return outages.call(
        "put if unchanged " + key + " " + new String(bytes, StandardCharsets.UTF_8),
        () -> writeIfUnchanged(key, mediaType, bytes, expectedEtag));
  }

  private synchronized Optional<String> writeIfUnchanged(
      String key, String mediaType, byte[] bytes, @Nullable String expectedEtag) {
    Stored present = objects.get(key);
    boolean met = present == null ? expectedEtag == null : present.etag().equals(expectedEtag);
    return met ? Optional.of(write(key, mediaType, bytes)) : Optional.empty();
  }

  @Override
  public Optional<ObjectFacts> head(String key) {
    return outages.call("head " + key, () -> stored(key).map(Stored::facts));
  }

  @Override
  public Optional<ObjectStream> open(String key, @Nullable String range) {
    return outages
        .call("get " + key, () -> stored(key))
        .map(object -> new ObjectStream(object.facts(), new ByteArrayInputStream(object.bytes())));
  }

  @Override
  public List<String> list(String prefix) {
    return outages.call("list " + prefix, () -> keys(prefix));
  }

  @Override
  public void delete(String key) {
    outages.call("delete " + key, () -> remove(key));
  }

  private synchronized boolean remove(String key) {
    objects.remove(key);
    watcher.accept(key, null);
    return true;
  }

  @Override
  public boolean deleteIfUnchanged(String key, String expectedEtag) {
    return outages.call("delete if unchanged " + key, () -> removeIf(key, expectedEtag));
  }

  private synchronized boolean removeIf(String key, String expectedEtag) {
    return stored(key).filter(present -> !present.etag().equals(expectedEtag)).isEmpty()
        && remove(key);
  }

  @Override
  public void ping() {
    turns.take("ping");
  }

  /** Puts something that nobody wrote where an object is. */
  synchronized void corrupt(String key) {
    byte[] garbage = "{\"state\":\"OF_A_NEWER_VERSION\"}".getBytes(StandardCharsets.UTF_8);
    objects.put(key, new Stored(garbage, "application/json", Sha256.of(garbage)));
  }

  synchronized List<String> keys(String prefix) {
    return objects.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
  }

  synchronized Optional<byte[]> bytes(String key) {
    return stored(key).map(Stored::bytes);
  }

  private synchronized Optional<Stored> stored(String key) {
    return Optional.ofNullable(objects.get(key));
  }

  private synchronized String write(String key, String mediaType, byte[] bytes) {
    String etag = Sha256.of(bytes) + writes++;
    objects.put(key, new Stored(bytes, mediaType, etag));
    watcher.accept(key, bytes);
    return etag;
  }
}
