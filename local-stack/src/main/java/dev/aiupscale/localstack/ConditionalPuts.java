package dev.aiupscale.localstack;

import com.google.common.util.concurrent.Striped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import org.gaul.s3proxy.PutOptions2;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.KeyNotFoundException;
import org.jclouds.blobstore.domain.Blob;
import org.jclouds.blobstore.domain.BlobMetadata;
import org.jclouds.blobstore.options.PutOptions;
import org.jclouds.blobstore.util.ForwardingBlobStore;
import org.jclouds.http.HttpResponse;
import org.jclouds.http.HttpResponseException;
import org.jspecify.annotations.Nullable;

/**
 * Makes If-Match and If-None-Match on a put hold as on AWS, where the check and the write are one
 * step; the file system store underneath ignores them.
 */
final class ConditionalPuts extends ForwardingBlobStore {
  /** A put holds its lock while its body arrives; so many that two keys seldom share one. */
  private final Striped<Lock> locks = Striped.lock(4096);

  ConditionalPuts(BlobStore store) {
    super(store);
  }

  @Override
  public String putBlob(String container, Blob blob, PutOptions options) {
    String key = blob.getMetadata().getName();
    return exclusively(
        container,
        key,
        () -> {
          if (options instanceof PutOptions2 conditions) {
            refuseUnlessHeld(conditions, container, blob);
          }
          return super.putBlob(container, blob, options);
        });
  }

  @Override
  public void removeBlob(String container, String key) {
    exclusively(
        container,
        key,
        () -> {
          super.removeBlob(container, key);
          return key;
        });
  }

  @Override
  public void removeBlobs(String container, Iterable<String> keys) {
    keys.forEach(key -> removeBlob(container, key));
  }

  private String exclusively(String container, String key, Supplier<String> step) {
    Lock lock = locks.get(container + '/' + key);
    lock.lock();
    try {
      return step.get();
    } finally {
      lock.unlock();
    }
  }

  private @Nullable String currentETag(String container, String key) {
    BlobMetadata metadata = blobMetadata(container, key);
    return metadata == null ? null : unquoted(metadata.getETag());
  }

  /**
   * Answers as AWS does: 404 for If-Match on a key that is not there, 412 for any other mismatch.
   */
  private void refuseUnlessHeld(PutOptions2 conditions, String container, Blob blob) {
    String key = blob.getMetadata().getName();
    String current = currentETag(container, key);
    String expected = conditions.getIfMatch();
    String unwanted = conditions.getIfNoneMatch();
    if (expected != null && current == null) {
      drain(blob);
      throw new KeyNotFoundException(container, key, "If-Match on a missing key");
    }
    if ((expected != null && !covers(expected, current))
        || (unwanted != null && covers(unwanted, current))) {
      drain(blob);
      HttpResponse response = HttpResponse.builder().statusCode(412).build();
      throw new HttpResponseException("precondition failed", null, response);
    }
  }

  /** A client that is still sending when the connection closes would see a broken pipe, no 412. */
  private static void drain(Blob blob) {
    try (InputStream body = blob.getPayload().openStream()) {
      body.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean covers(String condition, @Nullable String current) {
    return current != null && (condition.equals("*") || unquoted(condition).equals(current));
  }

  private static String unquoted(String eTag) {
    return eTag.replace("\"", "");
  }
}
