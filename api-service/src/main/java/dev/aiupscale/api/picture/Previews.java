package dev.aiupscale.api.picture;

import dev.aiupscale.api.status.OneLoad;
import dev.aiupscale.api.status.Origin;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.image.ResultImage;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.ObjectKeys;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.PlatformConfig;
import dev.aiupscale.platform.cache.Cache;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Small JPEGs of results, kept in Redis. */
@ApplicationScoped
public class Previews {
  private static final int MIN_WIDTH = 16;
  private static final int MAX_WIDTH = 2048;
  private static final int AT_ONCE = 2;

  /** The WebP reader holds the whole picture; a larger one is previewed from the original. */
  private static final long MAX_WEBP_PIXELS = 16_000_000;

  private final Pictures pictures;
  private final Cache cache;
  private final Duration timeToLive;
  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final OneLoad misses = new OneLoad();

  public Previews(Pictures pictures, Cache cache, PlatformConfig config) {
    this.pictures = pictures;
    this.cache = cache;
    this.timeToLive = config.cache().timeToLive();
  }

  /**
   * @param widthText the width in pixels as a client sent it: 16 to 2048
   * @throws UpscaleException JOB_NOT_DONE, OPTION_INVALID
   */
  public Preview of(Job job, String widthText) {
    int width = width(widthText);
    ResultImage result = PictureAnswer.requireResult(job);
    String key = "previews/" + result.sha256() + "/" + width + ".jpg";
    return cached(key)
        .orElseGet(
            () ->
                misses.load(
                    key,
                    () -> cached(key),
                    () -> new Preview(make(job, result, width, key), Origin.S3)));
  }

  private Optional<Preview> cached(String key) {
    return cache.get(key).map(jpeg -> new Preview(jpeg, Origin.REDIS));
  }

  private static int width(String text) {
    if (text.matches("\\d{1,5}")) {
      int width = Integer.parseInt(text);
      if (width >= MIN_WIDTH && width <= MAX_WIDTH) {
        return width;
      }
    }
    throw new UpscaleException(
        ErrorCode.OPTION_INVALID,
        "The field 'width' is a whole number from " + MIN_WIDTH + " to " + MAX_WIDTH + ".");
  }

  private byte[] make(Job job, ResultImage result, int width, String key) {
    places.acquireUninterruptibly();
    try (InputStream content = open(job, result)) {
      byte[] jpeg = PreviewMaker.jpeg(content, width);
      cache.put(key, jpeg, timeToLive);
      return jpeg;
    } catch (IOException e) {
      throw new UpscaleException(
          ErrorCode.STORAGE_UNAVAILABLE, "The result could not be read; please try again.", e);
    } finally {
      places.release();
    }
  }

  private InputStream open(Job job, ResultImage result) {
    boolean large =
        result.format() == ResultFormat.WEBP
            && (long) result.width() * result.height() > MAX_WEBP_PIXELS;
    String key =
        large ? ObjectKeys.original(job.imageId()) : ObjectKeys.result(job.id(), result.format());
    StoredPicture picture =
        large
            ? pictures.find(key, PictureAnswer.originalTag(job))
            : pictures.find(key, result.sha256(), result.bytes());
    return picture.open(Optional.empty()).content();
  }
}
