package dev.aiupscale.platform.lifecycle;

import dev.aiupscale.common.job.Job;

/**
 * A job that is on its way.
 *
 * @param created whether this submission began it, as opposed to one before
 */
public record BegunJob(Job job, boolean created) {}
