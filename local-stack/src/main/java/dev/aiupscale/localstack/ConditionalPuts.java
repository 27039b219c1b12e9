package dev.aiupscale.localstack;

import com.google.common.util.concurrent.Striped;
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
  /** So many that two keys seldom share one. */
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
            refuseUnlessMet(conditions, container, key);
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
  private void refuseUnlessMet(PutOptions2 conditions, String container, String key) {
    String expected = conditions.getIfMatch();
    String unwanted = conditions.getIfNoneMatch();
    if (expected == null && unwanted == null) {
      return;
    }
    String current = currentETag(container, key);
    if (expected != null && current == null) {
      throw new KeyNotFoundException(container, key, "If-Match on a missing key");
    }
    if ((expected != null && !covers(expected, current))
        || (unwanted != null && covers(unwanted, current))) {
      HttpResponse response = HttpResponse.builder().statusCode(412).build();
      throw new HttpResponseException("precondition failed", null, response);
    }
  }

  private static boolean covers(String condition, @Nullable String current) {
    return current != null && (condition.equals("*") || unquoted(condition).equals(current));
  }

  private static String unquoted(String eTag) {
    return eTag.replace("\"", "");
  }
}
