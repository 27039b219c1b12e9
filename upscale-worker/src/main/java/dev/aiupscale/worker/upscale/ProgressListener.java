package dev.aiupscale.worker.upscale;

/** Hears how far an upscaling is. */
public interface ProgressListener {
  /**
   * @param done 0 to 1, never falling, weighted by work
   */
  void progressed(double done);

  /**
   * What an earlier attempt computed is there again, which took next to no time.
   *
   * @param done as above
   */
  default void restored(double done) {
    progressed(done);
  }

  /**
   * Neither the network nor much memory is needed any more, only the rest is encoded: work on
   * another picture may begin. May be said more than once, and is not said where the encoder needs
   * much.
   */
  default void networkDone() {}
}
