package dev.aiupscale.cli.batch;

/** Something that no other picture would escape. */
final class HaltException extends Exception {
  private final int exitCode;

  HaltException(String sentence, int exitCode) {
    super(sentence);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
