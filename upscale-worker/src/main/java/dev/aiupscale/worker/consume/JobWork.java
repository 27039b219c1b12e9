package dev.aiupscale.worker.consume;

import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.worker.upscale.UpscaledImage;

/** The work itself, apart from the life of the job that it is done for. */
interface JobWork {
  /**
   * @return what was made, which is in the store then
   * @throws UpscaleException when the picture or the model does not allow it
   */
  UpscaledImage work(Job job, ProgressReport report);

  /** What the record says of who made the result. */
  String engine(Job job);
}
