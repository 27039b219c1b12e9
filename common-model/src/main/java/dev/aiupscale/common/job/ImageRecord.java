package dev.aiupscale.common.job;

import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.SourceImage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one uploaded picture, and which jobs exist for it: {@code
 * images/{imageId}.json}.
 *
 * @param lossless whether {@code sources/{imageId}.png} is kept beside the original
 * @param notes what normalising did to the picture
 * @param jobs the newest last
 * @param erasedUntil until then one of the jobs is being erased, and nobody else may change
 *     anything of the picture; null when none is
 */
public record ImageRecord(
    ImageId imageId,
    SourceImage source,
    boolean lossless,
    BasicMetadata metadata,
    List<String> notes,
    List<JobId> jobs,
    @Nullable Instant erasedUntil) {
  public ImageRecord {
    notes = List.copyOf(notes);
    jobs = List.copyOf(jobs);
  }

  /** A picture that no job exists for yet. */
  public static ImageRecord of(
      ImageId id,
      SourceImage source,
      boolean lossless,
      BasicMetadata metadata,
      List<String> notes) {
    return new ImageRecord(id, source, lossless, metadata, notes, List.of(), null);
  }

  /** With {@code id} as the newest job. */
  public ImageRecord with(JobId id) {
    List<JobId> others = new ArrayList<>(others(id));
    others.add(id);
    return with(others, null);
  }

  /** Without {@code id}, whose erasure has ended. */
  public ImageRecord without(JobId id) {
    return with(others(id), null);
  }

  /** With an erasure under way that ends by {@code end}; with none when that is null. */
  public ImageRecord erasing(@Nullable Instant end) {
    return with(jobs, end);
  }

  /** Whether a job is being erased at {@code now}; one whose time is over was given up. */
  public boolean isErasing(Instant now) {
    return erasedUntil != null && now.isBefore(erasedUntil);
  }

  /** Whether nothing belongs to the picture but the job {@code id}. */
  public boolean hasNoJobBut(JobId id) {
    return others(id).isEmpty();
  }

  private List<JobId> others(JobId id) {
    return jobs.stream().filter(job -> !job.equals(id)).toList();
  }

  private ImageRecord with(List<JobId> ids, @Nullable Instant end) {
    return new ImageRecord(imageId, source, lossless, metadata, notes, ids, end);
  }
}
