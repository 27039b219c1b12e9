package dev.aiupscale.localstack;

import com.google.common.io.FileBackedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.domain.Blob;
import org.jclouds.blobstore.domain.MultipartPart;
import org.jclouds.blobstore.domain.MultipartUpload;
import org.jclouds.blobstore.options.PutOptions;
import org.jclouds.blobstore.util.ForwardingBlobStore;
import org.jclouds.io.Payload;
import org.jclouds.io.Payloads;

/**
 * Takes the whole body in before the store underneath is asked: a sender that stands still holds
 * none of its locks, and a refusal while the client still sends would reach it as a broken
 * connection, not as a 412.
 */
final class ArrivedBodies extends ForwardingBlobStore {
  private static final int MAX_BODY_IN_MEMORY = 1 << 20;

  /** How the SDK sends a body, which is over when it has arrived; S3 forgets it, too. */
  private static final String CODING_OF_THE_WAY = "aws-chunked";

  ArrivedBodies(BlobStore store) {
    super(store);
  }

  @Override
  public String putBlob(String container, Blob blob, PutOptions options) {
    return withArrived(
        blob.getPayload(),
        arrived -> {
          blob.setPayload(arrived);
          return super.putBlob(container, blob, options);
        });
  }

  @Override
  public MultipartPart uploadMultipartPart(MultipartUpload upload, int number, Payload payload) {
    return withArrived(payload, arrived -> super.uploadMultipartPart(upload, number, arrived));
  }

  private static <T> T withArrived(Payload arriving, Function<Payload, T> step) {
    try (var spool = new FileBackedOutputStream(MAX_BODY_IN_MEMORY)) {
      try (InputStream body = arriving.openStream()) {
        body.transferTo(spool);
      }
      Payload arrived = Payloads.newByteSourcePayload(spool.asByteSource());
      arrived.setContentMetadata(arriving.getContentMetadata());
      if (CODING_OF_THE_WAY.equals(arrived.getContentMetadata().getContentEncoding())) {
        arrived.getContentMetadata().setContentEncoding(null);
      }
      try {
        return step.apply(arrived);
      } finally {
        spool.reset();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
