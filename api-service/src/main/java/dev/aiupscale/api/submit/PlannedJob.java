package dev.aiupscale.api.submit;

import dev.aiupscale.common.job.ImageRecord;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.model.ModelDescriptor;
import java.util.Optional;

/**
 * A submission that nothing speaks against, before anything of it is stored.
 *
 * @param model that makes the result
 * @param job as it would be if nobody had asked for it before
 * @param present the job as it stands, where it is queued, running or done already
 */
record PlannedJob(ImageRecord image, ModelDescriptor model, Job job, Optional<Job> present) {}
