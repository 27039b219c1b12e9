package dev.aiupscale.api.status;

import dev.aiupscale.api.load.QueueEta;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.ImageId;
import dev.aiupscale.common.job.ImageRecord;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobId;
import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.cache.JobCache;
import dev.aiupscale.platform.lifecycle.ReadRecord;
import dev.aiupscale.platform.storage.ImageRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a job: in Redis when it is there, else in S3, and then it is put in Redis. */
@ApplicationScoped
public class FindJob {
  private final JobCache cache;
  private final ReadRecord record;
  private final ImageRecords images;
  private final QueueEta queueEta;
  private final CacheLookups lookups;
  private final OneLoad misses = new OneLoad();

  public FindJob(
      JobCache cache,
      ReadRecord record,
      ImageRecords images,
      QueueEta queueEta,
      CacheLookups lookups) {
    this.queueEta = queueEta;
    this.lookups = lookups;
    this.cache = cache;
    this.record = record;
    this.images = images;
  }

  /**
   * @param id a job's id as a client sent it
   * @throws UpscaleException JOB_NOT_FOUND
   */
  public FoundJob byJobId(String id) {
    return find(id).orElseThrow(FindJob::notFound);
  }

  /**
   * The job itself, or the newest job of the picture, whichever the id names: the earlier system's
   * routes take both.
   *
   * @throws UpscaleException JOB_NOT_FOUND
   */
  public FoundJob byEitherId(String id) {
    return find(id).or(() -> newestOf(id)).orElseThrow(FindJob::notFound);
  }

  /**
   * As {@link #byEitherId}, but of a picture's jobs the newest that has a result, if one has.
   *
   * @throws UpscaleException JOB_NOT_FOUND
   */
  public FoundJob finishedByEitherId(String id) {
    return find(id)
        .or(() -> newestFirst(id).filter(found -> found.job().result() != null).findFirst())
        .orElseGet(() -> byEitherId(id));
  }

  /**
   * The jobs of a picture, the newest first; none when the picture is not known.
   *
   * @param imageId a picture's id as a client sent it
   * @throws UpscaleException OPTION_INVALID when it is none
   */
  public List<FoundJob> ofImage(String imageId) {
    if (!Sha256.isHex(imageId)) {
      throw new UpscaleException(
          ErrorCode.OPTION_INVALID,
          "The field 'imageId' is the SHA-256 of an uploaded file, in 64 hexadecimal digits.");
    }
    return newestFirst(imageId).toList();
  }

  private Optional<FoundJob> newestOf(String imageId) {
    return newestFirst(imageId).findFirst();
  }

  private Stream<FoundJob> newestFirst(String imageId) {
    if (!Sha256.isHex(imageId)) {
      return Stream.empty();
    }
    List<JobId> jobIds =
        new ArrayList<>(images.find(new ImageId(imageId)).map(ImageRecord::jobs).orElse(List.of()));
    Collections.reverse(jobIds);
    return jobIds.stream().flatMap(id -> find(id.hex()).stream());
  }

  private Optional<FoundJob> find(String id) {
    if (!Sha256.isHex(id)) {
      return Optional.empty();
    }
    JobId jobId = new JobId(id);
    Optional<FoundJob> found = cached(jobId).or(() -> missed(jobId));
    found.ifPresent(job -> lookups.count("job", job.origin()));
    return found.map(job -> told(queueEta.tell(cache.withProgress(job.job())), job.origin()));
  }

  private FoundJob told(Job job, Origin origin) {
    return new FoundJob(job, origin, queueEta.jobsAhead(job), false);
  }

  private Optional<FoundJob> missed(JobId id) {
    return misses.load(
        id.hex(),
        () -> cached(id).map(Optional::of),
        () -> record.of(id).map(job -> new FoundJob(job, Origin.S3)));
  }

  private Optional<FoundJob> cached(JobId id) {
    return cache.find(id).map(job -> new FoundJob(job, Origin.REDIS));
  }

  private static UpscaleException notFound() {
    return new UpscaleException(ErrorCode.JOB_NOT_FOUND, "There is no job with this id.");
  }
}
