package dev.aiupscale.common.job;

import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.SourceImage;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of one uploaded picture, and which jobs exist for it: {@code
 * images/{imageId}.json}.
 *
 * @param lossless whether {@code sources/{imageId}.png} is kept beside the original
 * @param notes what normalising did to the picture
 * @param jobs the newest last
 */
public record ImageRecord(
    ImageId imageId,
    SourceImage source,
    boolean lossless,
    BasicMetadata metadata,
    List<String> notes,
    List<JobId> jobs) {
  public ImageRecord {
    notes = List.copyOf(notes);
    jobs = List.copyOf(jobs);
  }

  /** With {@code id} as the newest job. */
  public ImageRecord with(JobId id) {
    List<JobId> others = new ArrayList<>(without(id).jobs);
    others.add(id);
    return withJobs(others);
  }

  public ImageRecord without(JobId id) {
    return withJobs(jobs.stream().filter(job -> !job.equals(id)).toList());
  }

  private ImageRecord withJobs(List<JobId> ids) {
    return new ImageRecord(imageId, source, lossless, metadata, notes, ids);
  }
}
