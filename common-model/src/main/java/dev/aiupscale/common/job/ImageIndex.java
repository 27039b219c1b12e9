package dev.aiupscale.common.job;

import java.util.LinkedHashSet;
import java.util.List;

/** Which jobs exist for one uploaded picture, oldest first: {@code images/{imageId}.json}. */
public record ImageIndex(ImageId imageId, List<JobId> jobs) {
  public ImageIndex {
    jobs = List.copyOf(jobs);
  }

  /** With {@code id} as the newest. */
  public ImageIndex with(JobId id) {
    LinkedHashSet<JobId> all = new LinkedHashSet<>(jobs);
    all.remove(id);
    all.add(id);
    return new ImageIndex(imageId, List.copyOf(all));
  }

  public ImageIndex without(JobId id) {
    return new ImageIndex(imageId, jobs.stream().filter(job -> !job.equals(id)).toList());
  }
}
