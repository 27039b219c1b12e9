package dev.aiupscale.common.job;

/** The body of a message on the jobs queue: {@code {"version":1,"job":{…}}}. */
public record JobMessage(int version, Job job) {
  public static final int VERSION = 1;

  public static JobMessage of(Job job) {
    return new JobMessage(VERSION, job);
  }
}
