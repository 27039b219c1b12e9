package dev.aiupscale.api.picture;

import dev.aiupscale.api.status.CacheLookups;
import dev.aiupscale.api.status.OneLoad;
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
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Finds stored pictures: small ones from Redis when they are there, all others from S3. */
@ApplicationScoped
public class Pictures {
  private static final Logger LOG = Logger.getLogger(Pictures.class);

  private final ObjectStore store;
  private final Cache cache;
  private final PlatformConfig.CacheConfig config;
  private final CacheLookups lookups;
  private final OneLoad misses = new OneLoad();

  public Pictures(ObjectStore store, Cache cache, PlatformConfig config, CacheLookups lookups) {
    this.lookups = lookups;
    this.store = store;
    this.cache = cache;
    this.config = config.cache();
  }

  /**
   * @param tag of the bytes that are meant: a run that made others lies under the same key
   * @param bytes size of the whole picture, as its job's record says
   */
  public StoredPicture find(String key, String tag, long bytes) {
    return bytes <= config.maxPictureBytes() ? small(key, head(tag), bytes) : large(key, bytes);
  }

  /** The same for a picture of which nobody has said how large it is. */
  public StoredPicture find(String key, String tag) {
    return cached(key, head(tag))
        .<StoredPicture>map(whole -> whole)
        .orElseGet(() -> find(key, tag, store.head(key).orElseThrow(() -> missing(key)).bytes()));
  }

  private StoredPicture small(String key, byte[] head, long bytes) {
    return cached(key, head)
        .filter(whole -> whole.bytes() == bytes)
        .orElseGet(() -> misses.load(key, () -> cached(key, head), () -> load(key, head, bytes)));
  }

  private Optional<Whole> cached(String key, byte[] head) {
    return cache
        .get(key)
        .filter(kept -> kept.length > head.length && startsWith(kept, head))
        .map(kept -> new Whole(key, kept, head.length, Origin.REDIS));
  }

  private static byte[] head(String tag) {
    return (tag + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  /** Keeps what has the size that the record says; a newer result may lie there already. */
  private Whole load(String key, byte[] head, long bytes) {
    byte[] whole = store.read(key).map(StoredBytes::bytes).orElseThrow(() -> missing(key));
    if (whole.length != bytes) {
      throw missing(key);
    }
    byte[] kept = Arrays.copyOf(head, head.length + whole.length);
    System.arraycopy(whole, 0, kept, head.length, whole.length);
    cache.put(key, kept, config.timeToLive());
    return new Whole(key, kept, head.length, Origin.S3);
  }

  private static boolean startsWith(byte[] bytes, byte[] head) {
    return Arrays.mismatch(bytes, 0, head.length, head, 0, head.length) < 0;
  }

  private StoredPicture large(String key, long bytes) {
    return new StoredPicture() {
      @Override
      public long bytes() {
        return bytes;
      }

      @Override
      public Picture open(Optional<ByteRange> range) {
        ObjectStream stream =
            store
                .open(key, range.map(ByteRange::header).orElse(null))
                .orElseThrow(() -> missing(key));
        return opened(key, stream.content(), stream.facts().bytes(), Origin.S3);
      }
    };
  }

  private Picture opened(String key, InputStream content, long bytes, Origin origin) {
    lookups.count("picture", origin);
    LOG.infof("picture %s from %s", key, origin);
    return new Picture(content, bytes, origin);
  }

  /** A picture's bytes behind its tag. */
  private final class Whole implements StoredPicture {
    private final String key;
    private final byte[] kept;
    private final int begin;
    private final Origin origin;

    Whole(String key, byte[] kept, int begin, Origin origin) {
      this.key = key;
      this.kept = kept;
      this.begin = begin;
      this.origin = origin;
    }

    @Override
    public long bytes() {
      return kept.length - begin;
    }

    @Override
    public Picture open(Optional<ByteRange> range) {
      int first = range.map(r -> (int) r.first()).orElse(0);
      int length = range.map(r -> (int) r.bytes()).orElse(kept.length - begin);
      return opened(key, new ByteArrayInputStream(kept, begin + first, length), length, origin);
    }
  }

  private static UpscaleException missing(String key) {
    LOG.errorf("object %s is missing", key);
    return new UpscaleException(ErrorCode.JOB_NOT_FOUND, "The picture is no longer there.");
  }
}
