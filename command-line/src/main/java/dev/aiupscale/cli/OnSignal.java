package dev.aiupscale.cli;

/** Does something when the process is told to end, by Ctrl-C say, and nothing when it ends so. */
final class OnSignal implements AutoCloseable {
  private final Thread hook;

  OnSignal(Runnable action) {
    this.hook = new Thread(action, "signal");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The signal has come; the process ends when the action has.
      return;
    }
  }
}
