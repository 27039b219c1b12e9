package dev.aiupscale.common.job;

/** Why a job failed, as its owner may read it. */
public record JobError(ErrorCode code, String detail) {}
