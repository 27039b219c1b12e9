package dev.aiupscale.common.job;

import java.net.URI;
import java.time.Instant;

/**
 * That somebody wants to be told when a job is over.
 *
 * @param run of the job when they said so
 * @param tries that were begun
 * @param notBefore when it is tried next: while somebody tries, when they are taken for lost
 */
public record Callback(JobId jobId, int run, URI url, int tries, Instant notBefore) {
  public static Callback expected(JobId jobId, int run, URI url, Instant now) {
    return new Callback(jobId, run, url, 0, now);
  }

  /** One more try begins. */
  public Callback claimed(Instant until) {
    return new Callback(jobId, run, url, tries + 1, until);
  }

  /** The try was in vain. */
  public Callback postponed(Instant next) {
    return new Callback(jobId, run, url, tries, next);
  }
}
