package dev.aiupscale.platform.aws;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The requests of one multipart upload, which is begun with its first part. */
final class S3Parts {
  private final S3Client s3;
  private final AwsCalls calls;
  private final String bucket;
  private final String key;
  private final String mediaType;
  private final List<CompletedPart> sent = new ArrayList<>();
  private @Nullable String uploadId;

  S3Parts(S3Client s3, AwsCalls calls, String bucket, String key, String mediaType) {
    this.s3 = s3;
    this.calls = calls;
    this.bucket = bucket;
    this.key = key;
    this.mediaType = mediaType;
  }

  /**
   * The whole object by one request, without parts.
   *
   * @return false when something else than what has {@code expectedEtag} is there
   */
  boolean putWhole(byte[] bytes, int length, @Nullable String expectedEtag) {
    return store(
        () ->
            s3.putObject(
                r ->
                    r.bucket(bucket)
                        .key(key)
                        .contentType(mediaType)
                        .ifMatch(expectedEtag)
                        .ifNoneMatch(expectedEtag == null ? "*" : null),
                body(bytes, length)));
  }

  void send(byte[] bytes, int length) {
    String id = begun();
    int number = sent.size() + 1;
    String etag =
        call(
            () ->
                s3.uploadPart(
                        r -> r.bucket(bucket).key(key).uploadId(id).partNumber(number),
                        body(bytes, length))
                    .eTag());
    sent.add(CompletedPart.builder().partNumber(number).eTag(etag).build());
  }

  /**
   * Joins the parts that were sent.
   *
   * @return false when something else than what has {@code expectedEtag} is there
   */
  boolean complete(@Nullable String expectedEtag) {
    return store(
        () ->
            s3.completeMultipartUpload(
                r ->
                    r.bucket(bucket)
                        .key(key)
                        .uploadId(uploadId)
                        .ifMatch(expectedEtag)
                        .ifNoneMatch(expectedEtag == null ? "*" : null)
                        .multipartUpload(m -> m.parts(sent))));
  }

  private boolean store(Runnable request) {
    return call(
        () -> {
          try {
            request.run();
            return true;
          } catch (NoSuchUploadException e) {
            throw e;
          } catch (S3Exception e) {
            if (S3ObjectStore.isRefusal(e)) {
              return false;
            }
            throw e;
          }
        });
  }

  /** Erases the parts that were sent. */
  void abort() {
    if (uploadId != null) {
      call(() -> s3.abortMultipartUpload(r -> r.bucket(bucket).key(key).uploadId(uploadId)));
    }
  }

  private String begun() {
    String id = uploadId;
    if (id == null) {
      id =
          call(
              () ->
                  s3.createMultipartUpload(r -> r.bucket(bucket).key(key).contentType(mediaType))
                      .uploadId());
      uploadId = id;
    }
    return id;
  }

  /** Can be read again for a retry, and copies nothing. */
  private static RequestBody body(byte[] bytes, int length) {
    return RequestBody.fromInputStream(new ByteArrayInputStream(bytes, 0, length), length);
  }

  private <T> T call(Supplier<T> request) {
    return calls.call(request);
  }
}
