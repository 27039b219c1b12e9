package dev.aiupscale.platform.queue;

/** The two queues that jobs wait in. Workers look at the front lane first. */
public enum Lane {
  /** For whoever waits for little. */
  FRONT(""),
  /** For large jobs, and for what a client sends beyond its share of the front lane. */
  BULK("-bulk");

  private final String suffix;

  Lane(String suffix) {
    this.suffix = suffix;
  }

  /** The queue's name, made from the name of the jobs queue. */
  public String queue(String jobsQueue) {
    return jobsQueue + suffix;
  }
}
