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
  private final BiConsumer<String, byte @Nullable []> watcher;
  private final Map<String, Stored> objects = new TreeMap<>();
  private int writes;

  /**
   * @param watcher is told of each write, and, with null, of each deletion
   */
  TurnStore(Turns turns, BiConsumer<String, byte @Nullable []> watcher) {
    this.turns = turns;
    this.watcher = watcher;
  }

  private record Stored(byte[] bytes, String mediaType, String etag) {
    ObjectFacts facts() {
      return new ObjectFacts(bytes.length, mediaType, etag);
    }
  }

  @Override
  public void put(String key, String mediaType, byte[] bytes) {
    turns.take("put " + key);
    write(key, mediaType, bytes);
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
      public void commit() {
        put(key, mediaType, parts.toByteArray());
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public Optional<String> putIfUnchanged(
      String key, String mediaType, byte[] bytes, @Nullable String expectedEtag) {
    turns.take("put if unchanged " + key + " " + new String(bytes, StandardCharsets.UTF_8));
    synchronized (this) {
      Stored present = objects.get(key);
      boolean met = present == null ? expectedEtag == null : present.etag().equals(expectedEtag);
      return met ? Optional.of(write(key, mediaType, bytes)) : Optional.empty();
    }
  }

  @Override
  public Optional<ObjectFacts> head(String key) {
    turns.take("head " + key);
    return stored(key).map(Stored::facts);
  }

  @Override
  public Optional<ObjectStream> open(String key, @Nullable String range) {
    turns.take("get " + key);
    return stored(key)
        .map(object -> new ObjectStream(object.facts(), new ByteArrayInputStream(object.bytes())));
  }

  @Override
  public List<String> list(String prefix) {
    turns.take("list " + prefix);
    return keys(prefix);
  }

  @Override
  public void delete(String key) {
    turns.take("delete " + key);
    synchronized (this) {
      objects.remove(key);
      watcher.accept(key, null);
    }
  }

  @Override
  public void ping() {
    turns.take("ping");
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
