package dev.aiupscale.common.job;

/** The closed set of failures that a client or a job record can show. */
public enum ErrorCode {
  IMAGE_MISSING,
  IMAGE_EMPTY,
  OPTION_INVALID,
  UNAUTHENTICATED,
  JOB_NOT_FOUND,
  JOB_NOT_DONE,
  IMAGE_TOO_LARGE,
  UNSUPPORTED_MEDIA_TYPE,
  IMAGE_CORRUPT,
  RATE_LIMITED,
  QUEUE_FULL,
  STORAGE_UNAVAILABLE,
  INTERNAL,
  MODEL_FAILED,
  WORKER_LOST,
  TIMED_OUT
}
