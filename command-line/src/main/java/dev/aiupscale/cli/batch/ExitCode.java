package dev.aiupscale.cli.batch;

/** How the process ends; a signal ends it with 128 and the signal's number, Ctrl-C with 130. */
public final class ExitCode {
  public static final int ALL_FINE = 0;
  public static final int SOME_FAILED = 1;
  public static final int USAGE = 2;

  private ExitCode() {}
}
