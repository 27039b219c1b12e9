package dev.aiupscale.localstack;

import com.google.common.io.FileBackedOutputStream;
import com.google.common.util.concurrent.Striped;
import java.io.IOException;
import java.io.InputStream;
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
import org.jclouds.io.Payload;
import org.jclouds.io.Payloads;
import org.jspecify.annotations.Nullable;

/**
 * Makes If-Match and If-None-Match on a put hold as on AWS, where the check and the write are one
 * step; the file system store underneath ignores them.
 */
final class ConditionalPuts extends ForwardingBlobStore {
  private static final int MAX_BODY_IN_MEMORY = 1 << 20;

  /**
   * An unconditional put holds its lock while its body arrives; so many that two keys seldom share
   * one.
   */
  private final Striped<Lock> locks = Striped.lock(4096);

  ConditionalPuts(BlobStore store) {
    super(store);
  }

  @Override
  public String putBlob(String container, Blob blob, PutOptions options) {
    String key = blob.getMetadata().getName();
    if (!(options instanceof PutOptions2 conditions) || !isConditional(conditions)) {
      return exclusively(container, key, () -> super.putBlob(container, blob, options));
    }
    return withBodyArrived(
        blob,
        () ->
            exclusively(
                container,
                key,
                () -> {
                  refuseUnlessMet(conditions, container, key);
                  return super.putBlob(container, blob, options);
                }));
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

  /**
   * Takes the whole body in before the step: a refusal while the client still waits for its "100
   * Continue" or still sends reaches it as a broken connection, not as a 412.
   */
  private static String withBodyArrived(Blob blob, Supplier<String> step) {
    try (var spool = new FileBackedOutputStream(MAX_BODY_IN_MEMORY)) {
      Payload arriving = blob.getPayload();
      try (InputStream body = arriving.openStream()) {
        body.transferTo(spool);
      }
      Payload arrived = Payloads.newByteSourcePayload(spool.asByteSource());
      arrived.setContentMetadata(arriving.getContentMetadata());
      blob.setPayload(arrived);
      try {
        return step.get();
      } finally {
        spool.reset();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    String current = currentETag(container, key);
    String expected = conditions.getIfMatch();
    String unwanted = conditions.getIfNoneMatch();
    if (expected != null && current == null) {
      throw new KeyNotFoundException(container, key, "If-Match on a missing key");
    }
    if ((expected != null && !covers(expected, current))
        || (unwanted != null && covers(unwanted, current))) {
      HttpResponse response = HttpResponse.builder().statusCode(412).build();
      throw new HttpResponseException("precondition failed", null, response);
    }
  }

  private static boolean isConditional(PutOptions2 options) {
    return options.getIfMatch() != null || options.getIfNoneMatch() != null;
  }

  private static boolean covers(String condition, @Nullable String current) {
    return current != null && (condition.equals("*") || unquoted(condition).equals(current));
  }

  private static String unquoted(String eTag) {
    return eTag.replace("\"", "");
  }
}
