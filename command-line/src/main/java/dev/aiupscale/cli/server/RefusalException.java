package dev.aiupscale.cli.server;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The server's answer was not what was asked for, or none came over the connection. */
public final class RefusalException extends Exception {
  /** The code of an answer that is none of AI Upscale's. */
  public static final String FOREIGN = "UNEXPECTED_ANSWER";

  private final int status;
  private final Failure failure;
  private final @Nullable Duration retryAfter;

  RefusalException(int status, Failure failure, @Nullable Duration retryAfter) {
    super(failure.code() + ": " + failure.detail());
    this.status = status;
    this.failure = failure;
    this.retryAfter = retryAfter;
  }

  public Failure failure() {
    return failure;
  }

  /** Whether the server is too busy now. */
  boolean isBusy() {
    return status == 429 || status == 503;
  }

  /** Whether the same request may well succeed. */
  boolean mayPass() {
    return status >= 500;
  }

  Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
