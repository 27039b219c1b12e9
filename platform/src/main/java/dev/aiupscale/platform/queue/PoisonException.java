package dev.aiupscale.platform.queue;

/** A message that no worker can ever work on. */
public final class PoisonException extends RuntimeException {
  private final String reason;

  PoisonException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** A word for machines, a colon, and the rest for people. */
  public String reason() {
    return reason;
  }
}
