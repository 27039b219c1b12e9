package dev.aiupscale.localstack;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.domain.Blob;
import org.jclouds.blobstore.domain.MultipartPart;
import org.jclouds.blobstore.domain.MultipartUpload;
import org.jclouds.blobstore.domain.PageSet;
import org.jclouds.blobstore.domain.StorageMetadata;
import org.jclouds.blobstore.options.ListContainerOptions;
import org.jclouds.blobstore.options.PutOptions;
import org.jclouds.blobstore.util.ForwardingBlobStore;
import org.jclouds.io.Payload;

/**
 * Lets nothing be written or removed while objects are listed, and nothing be written while one is
 * removed. The file system store underneath fails a listing at a file that has no attributes yet,
 * leaves out the rest of a folder when a file of it vanishes, and fails a put whose folder is
 * removed with its last file.
 */
final class SteadyListings extends ForwardingBlobStore {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  SteadyListings(BlobStore store) {
    super(store);
  }

  @Override
  public String putBlob(String container, Blob blob, PutOptions options) {
    return holding(lock.readLock(), () -> super.putBlob(container, blob, options));
  }

  @Override
  public MultipartPart uploadMultipartPart(MultipartUpload upload, int number, Payload payload) {
    return holding(lock.readLock(), () -> super.uploadMultipartPart(upload, number, payload));
  }

  @Override
  public String completeMultipartUpload(MultipartUpload upload, List<MultipartPart> parts) {
    return holding(lock.readLock(), () -> super.completeMultipartUpload(upload, parts));
  }

  @Override
  public List<MultipartPart> listMultipartUpload(MultipartUpload upload) {
    return holding(lock.writeLock(), () -> super.listMultipartUpload(upload));
  }

  @Override
  public void abortMultipartUpload(MultipartUpload upload) {
    holding(
        lock.writeLock(),
        () -> {
          super.abortMultipartUpload(upload);
          return upload;
        });
  }

  @Override
  public void removeBlob(String container, String key) {
    holding(
        lock.writeLock(),
        () -> {
          super.removeBlob(container, key);
          return key;
        });
  }

  @Override
  public PageSet<? extends StorageMetadata> list(String container, ListContainerOptions options) {
    return holding(lock.writeLock(), () -> super.list(container, options));
  }

  private static <T> T holding(Lock lock, Supplier<T> step) {
    lock.lock();
    try {
      return step.get();
    } finally {
      lock.unlock();
    }
  }
}
