package dev.aiupscale.api.status;

import dev.aiupscale.common.job.Job;

/** A job, and where it was read. */
public record FoundJob(Job job, Origin origin) {}
