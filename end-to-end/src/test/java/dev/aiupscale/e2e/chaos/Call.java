package dev.aiupscale.e2e.chaos;

/** What one client asked about one job, when, and what it was told. */
final class Call {
  /** What is asked. */
  enum Kind {
    SUBMIT,
    ERASE
  }

  private final Kind kind;
  private final String job;
  private final long began = System.nanoTime();
  private volatile long ended = Long.MAX_VALUE;
  private volatile boolean accepted;

  Call(Kind kind, String job) {
    this.kind = kind;
    this.job = job;
  }

  /** An answer came; a call without one may still be carried out at any time. */
  void answered(boolean accepts) {
    accepted = accepts;
    ended = System.nanoTime();
  }

  boolean isAbout(String id) {
    return job.equals(id);
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean isAccepted() {
    return accepted;
  }

  /** Whether this call may have taken effect after {@code other} did. */
  boolean mayFollow(Call other) {
    return ended >= other.began;
  }
}
