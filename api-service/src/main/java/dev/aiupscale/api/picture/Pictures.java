package dev.aiupscale.api.picture;

import dev.aiupscale.api.status.CacheLookups;
import dev.aiupscale.api.status.Origin;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.PlatformConfig;
import dev.aiupscale.platform.cache.Cache;
import dev.aiupscale.platform.storage.ObjectStore;
import dev.aiupscale.platform.storage.ObjectStream;
import dev.aiupscale.platform.storage.StoredBytes;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Opens stored pictures: small ones from Redis when they are there, all others from S3. */
@ApplicationScoped
public class Pictures {
  private static final Logger LOG = Logger.getLogger(Pictures.class);

  private final ObjectStore store;
  private final Cache cache;
  private final PlatformConfig.CacheConfig config;
  private final CacheLookups lookups;

  public Pictures(ObjectStore store, Cache cache, PlatformConfig config, CacheLookups lookups) {
    this.lookups = lookups;
    this.store = store;
    this.cache = cache;
    this.config = config.cache();
  }

  /** Size of a picture in bytes. */
  public long bytes(String key) {
    return store.head(key).orElseThrow(() -> missing(key)).bytes();
  }

  /**
   * @param tag of the bytes that are meant: a run that made others lies under the same key
   * @param bytes size of the whole picture
   */
  public Picture open(String key, String tag, long bytes, Optional<ByteRange> range) {
    Picture picture =
        bytes <= config.maxPictureBytes() ? small(key, tag, bytes, range) : large(key, range);
    lookups.count("picture", picture.origin());
    LOG.infof("picture %s from %s", key, picture.origin());
    return picture;
  }

  private Picture small(String key, String tag, long bytes, Optional<ByteRange> range) {
    byte[] head = (tag + "\n").getBytes(StandardCharsets.US_ASCII);
    Optional<byte[]> cached =
        cache
            .get(key)
            .filter(kept -> kept.length == head.length + bytes && startsWith(kept, head))
            .map(kept -> Arrays.copyOfRange(kept, head.length, kept.length));
    byte[] whole = cached.orElseGet(() -> load(key, head, bytes));
    return slice(whole, range, cached.isPresent() ? Origin.REDIS : Origin.S3);
  }

  /** Keeps what has the size that the record says; a newer result may lie there already. */
  private byte[] load(String key, byte[] head, long bytes) {
    byte[] whole = store.read(key).map(StoredBytes::bytes).orElseThrow(() -> missing(key));
    if (whole.length != bytes) {
      throw missing(key);
    }
    byte[] kept = Arrays.copyOf(head, head.length + whole.length);
    System.arraycopy(whole, 0, kept, head.length, whole.length);
    cache.put(key, kept, config.timeToLive());
    return whole;
  }

  private static boolean startsWith(byte[] bytes, byte[] head) {
    return Arrays.mismatch(bytes, 0, head.length, head, 0, head.length) < 0;
  }

  private static Picture slice(byte[] whole, Optional<ByteRange> range, Origin origin) {
    int first = range.map(r -> (int) r.first()).orElse(0);
    int length = range.map(r -> (int) r.bytes()).orElse(whole.length);
    return new Picture(new ByteArrayInputStream(whole, first, length), length, origin);
  }

  private Picture large(String key, Optional<ByteRange> range) {
    ObjectStream stream =
        store.open(key, range.map(ByteRange::header).orElse(null)).orElseThrow(() -> missing(key));
    return new Picture(stream.content(), stream.facts().bytes(), Origin.S3);
  }

  private static UpscaleException missing(String key) {
    LOG.errorf("object %s is missing", key);
    return new UpscaleException(ErrorCode.JOB_NOT_FOUND, "The picture is no longer there.");
  }
}
