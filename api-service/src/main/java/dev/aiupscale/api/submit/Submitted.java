package dev.aiupscale.api.submit;

import dev.aiupscale.common.job.Job;

/** The job that a submission led to, and whether it is new work. */
public record Submitted(Job job, boolean fresh) {}
