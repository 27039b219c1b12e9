package dev.aiupscale.platform.aws;

import dev.aiupscale.platform.storage.ObjectLinks;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Presigned addresses of one S3 bucket. They are made here: no call goes out for them. */
public final class S3Links implements ObjectLinks {
  private final S3Presigner presigner;
  private final String bucket;

  /**
   * @param endpoint of S3 as clients reach it
   */
  public S3Links(URI endpoint, AwsIdentity identity, String bucket) {
    this.bucket = bucket;
    this.presigner =
        S3Presigner.builder()
            .endpointOverride(endpoint)
            .region(Region.of(identity.region()))
            .credentialsProvider(identity.provider())
            .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
            .build();
  }

  @Override
  public URI toPut(String key, long bytes, Duration time) {
    return URI.create(
        presigner
            .presignPutObject(
                r ->
                    r.signatureDuration(time)
                        .putObjectRequest(o -> o.bucket(bucket).key(key).contentLength(bytes)))
            .url()
            .toString());
  }

  @Override
  public URI toGet(String key, Download download, Duration time) {
    return URI.create(
        presigner
            .presignGetObject(
                r ->
                    r.signatureDuration(time)
                        .getObjectRequest(
                            o ->
                                o.bucket(bucket)
                                    .key(key)
                                    .responseContentType(download.mediaType())
                                    .responseContentDisposition(download.disposition())
                                    .responseCacheControl(download.cacheControl())))
            .url()
            .toString());
  }
}
