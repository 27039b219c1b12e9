package dev.aiupscale.operations;

/** What a redrive did with a dead letter. */
enum Fate {
  RUN_AGAIN("run again"),
  POISON("left: poison, which no worker can work on"),
  UNTOLD("left: the job does not say yet that it failed; a worker will write it within a minute"),
  UNREADABLE("left: the job's record cannot be read by this version"),
  OUTDATED("dropped: the job was run again or finished since"),
  ERASED("dropped: the job was erased");

  private final String words;

  Fate(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** Whether the letter stays on the dead-letter queue. */
  boolean isLeft() {
    return this == POISON || this == UNTOLD || this == UNREADABLE;
  }
}
