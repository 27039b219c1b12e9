package dev.aiupscale.localstack;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobApiMetadata;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobApiMetadata;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;

/** An S3 endpoint whose objects are files under the data directory, or in memory without one. */
final class EmbeddedS3 implements AutoCloseable {
  private static final String PART = "S3";

  /** The SDK signs a body of known length as one chunk; the largest that we put so. */
  private static final long MAX_UNCHUNKED_BYTES = 128L << 20;

  private final BlobStoreContext context;
  private final S3Proxy server;
  private final URI endpoint;

  private EmbeddedS3(BlobStoreContext context, S3Proxy server, URI endpoint) {
    this.context = context;
    this.server = server;
    this.endpoint = endpoint;
  }

  static EmbeddedS3 start(LocalStackConfig config) {
    int port = Port.settle(PART, config.host(), config.s3Port());
    URI endpoint = URI.create("http://%s:%d".formatted(config.host(), port));
    BlobStoreContext context = null;
    try {
      context = openStore(config);
      BlobStore store =
          new ArrivedBodies(new ConditionalPuts(new SteadyListings(context.getBlobStore())));
      store.createContainerInLocation(null, config.bucket());
      S3Proxy server =
          S3Proxy.builder()
              .blobStore(store)
              .endpoint(endpoint)
              .awsAuthentication(
                  AuthenticationType.AWS_V2_OR_V4, config.accessKey(), config.secretKey())
              .ignoreUnknownHeaders(true)
              .v4MaxNonChunkedRequestSize(MAX_UNCHUNKED_BYTES)
              .build();
      server.start();
      return new EmbeddedS3(context, server, endpoint);
    } catch (Exception e) {
      if (context != null) {
        context.close();
      }
      throw new PartNotStartedException(PART, port, String.valueOf(e.getMessage()), e);
    }
  }

  URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() throws Exception {
    server.stop();
    context.close();
  }

  private static BlobStoreContext openStore(LocalStackConfig config) throws Exception {
    Path dataDir = config.dataDir();
    if (dataDir == null) {
      // By object, not by name: the names make jclouds load every provider there is, and fail.
      return ContextBuilder.newBuilder(new TransientNio2BlobApiMetadata())
          .credentials(config.accessKey(), config.secretKey())
          .buildView(BlobStoreContext.class);
    }
    Path objects = Files.createDirectories(dataDir.resolve("s3"));
    HalfWritten.erase(objects);
    Properties properties = new Properties();
    properties.setProperty("jclouds.filesystem.basedir", objects.toString());
    return ContextBuilder.newBuilder(new FilesystemNio2BlobApiMetadata())
        .credentials(config.accessKey(), config.secretKey())
        .overrides(properties)
        .buildView(BlobStoreContext.class);
  }
}
