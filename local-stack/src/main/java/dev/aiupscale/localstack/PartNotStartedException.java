package dev.aiupscale.localstack;

import org.jspecify.annotations.Nullable;

/** Says in one line which part of the local stack did not start, on which port, and why. */
public final class PartNotStartedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PartNotStartedException(String part, int port, String reason, @Nullable Throwable cause) {
    super("%s cannot start on port %d: %s".formatted(part, port, reason), cause);
  }

  PartNotStartedException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }
}
