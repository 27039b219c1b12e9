package dev.aiupscale.api.submit;

import dev.aiupscale.common.job.Job;

/**
 * What came of a submission.
 *
 * @param job as its sender is told: with the name and the fields of this request
 * @param created whether this submission began the job, as opposed to one before
 * @param renamed whether the job's record has another name, of one who sent the picture before
 */
public record Submitted(Job job, boolean created, boolean renamed) {}
