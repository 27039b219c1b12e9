package dev.aiupscale.platform.aws;

import dev.aiupscale.platform.PlatformConfig;
import dev.aiupscale.platform.outage.Breaker;
import dev.aiupscale.platform.storage.ObjectFacts;
import dev.aiupscale.platform.storage.ObjectStore;
import dev.aiupscale.platform.storage.ObjectStream;
import dev.aiupscale.platform.storage.ObjectUpload;
import dev.aiupscale.platform.storage.StoredBytes;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The durable store in one S3 bucket. */
@ApplicationScoped
public class S3ObjectStore implements ObjectStore {
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int PRECONDITION_FAILED = 412;

  private final S3Client s3;
  private final String bucket;
  private final AwsCalls calls;

  public S3ObjectStore(S3Client s3, PlatformConfig config, Clock clock) {
    this.s3 = s3;
    this.bucket = config.bucket();
    this.calls = new AwsCalls("The store", new Breaker(config.outageRetryAfter(), clock));
  }

  @Override
  public void put(String key, String mediaType, byte[] bytes) {
    call(() -> s3.putObject(request(key, mediaType).build(), RequestBody.fromBytes(bytes)));
  }

  @Override
  public void put(String key, String mediaType, Path file) {
    call(() -> s3.putObject(request(key, mediaType).build(), RequestBody.fromFile(file)));
  }

  @Override
  public ObjectUpload upload(String key, String mediaType) {
    return new S3Upload(new S3Parts(s3, calls, bucket, key, mediaType));
  }

  @Override
  public Optional<String> putIfUnchanged(
      String key, String mediaType, byte[] bytes, @Nullable String expectedEtag) {
    PutObjectRequest.Builder request = request(key, mediaType);
    PutObjectRequest conditional =
        (expectedEtag == null ? request.ifNoneMatch("*") : request.ifMatch(expectedEtag)).build();
    return call(
        () -> {
          try {
            return Optional.of(s3.putObject(conditional, RequestBody.fromBytes(bytes)).eTag());
          } catch (S3Exception e) {
            if (isRefusal(e)) {
              return etagIfStored(key, bytes);
            }
            throw e;
          }
        });
  }

  /** Whether a conditional write was not made since its condition did not hold. */
  static boolean isRefusal(S3Exception answer) {
    return answer.statusCode() == PRECONDITION_FAILED
        || answer.statusCode() == CONFLICT
        || answer.statusCode() == NOT_FOUND;
  }

  /** A write whose answer was lost is tried again by the SDK, and then refused by itself. */
  private Optional<String> etagIfStored(String key, byte[] bytes) {
    return read(key).filter(stored -> Arrays.equals(stored.bytes(), bytes)).map(StoredBytes::etag);
  }

  @Override
  public Optional<ObjectFacts> head(String key) {
    return call(
        () -> {
          try {
            var head = s3.headObject(r -> r.bucket(bucket).key(key));
            return Optional.of(
                new ObjectFacts(head.contentLength(), head.contentType(), head.eTag()));
          } catch (NoSuchKeyException e) {
            return Optional.empty();
          }
        });
  }

  @Override
  public Optional<ObjectStream> open(String key, @Nullable String range) {
    GetObjectRequest request =
        GetObjectRequest.builder().bucket(bucket).key(key).range(range).build();
    return call(
        () -> {
          try {
            ResponseInputStream<GetObjectResponse> stream = s3.getObject(request);
            GetObjectResponse head = stream.response();
            return Optional.of(
                new ObjectStream(
                    new ObjectFacts(head.contentLength(), head.contentType(), head.eTag()),
                    stream));
          } catch (NoSuchKeyException e) {
            return Optional.empty();
          }
        });
  }

  @Override
  public List<String> list(String prefix) {
    return call(
        () ->
            s3.listObjectsV2(r -> r.bucket(bucket).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList());
  }

  @Override
  public void delete(String key) {
    call(() -> s3.deleteObject(r -> r.bucket(bucket).key(key)));
  }

  @Override
  public boolean deleteIfUnchanged(String key, String expectedEtag) {
    return call(
        () -> {
          try {
            s3.deleteObject(r -> r.bucket(bucket).key(key).ifMatch(expectedEtag));
            return true;
          } catch (S3Exception e) {
            return switch (e.statusCode()) {
              case NOT_FOUND -> true;
              case PRECONDITION_FAILED, CONFLICT -> false;
              default -> throw e;
            };
          }
        });
  }

  @Override
  public void ping() {
    call(
        () ->
            s3.headBucket(
                r ->
                    r.bucket(bucket)
                        .overrideConfiguration(c -> c.apiCallTimeout(AwsCalls.PING_TIME))));
  }

  private PutObjectRequest.Builder request(String key, String mediaType) {
    return PutObjectRequest.builder().bucket(bucket).key(key).contentType(mediaType);
  }

  private <T> T call(Supplier<T> request) {
    return calls.call(request);
  }
}
