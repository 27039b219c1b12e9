package dev.aiupscale.cli.report;

/** One way of telling how it goes. Never called by two threads at a time. */
interface View {
  /** A picture has ended, and the account is up to date. */
  void finished(Outcome outcome);

  /** Something that is not about one picture's end. */
  void notice(String sentence);

  /** Some fifth of a second has passed. */
  void tick();

  /** All has ended, or stops here. */
  void ended();
}
