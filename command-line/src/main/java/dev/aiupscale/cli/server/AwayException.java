package dev.aiupscale.cli.server;

/** There was no connection to the server, however often it was tried. */
public final class AwayException extends Exception {
  AwayException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
