package dev.aiupscale.worker.upscale;

import java.util.Optional;

/** The port to where an upscaling leaves what is done, so that another attempt can go on there. */
public interface Checkpoints {
  /** Neither reads nor keeps anything. */
  Checkpoints NONE =
      new Checkpoints() {
        @Override
        public boolean isWorthwhile(double done) {
          return false;
        }

        @Override
        public Optional<byte[]> piece(String plan, int number) {
          return Optional.empty();
        }

        @Override
        public void save(String plan, int number, byte[] piece) {
          throw new IllegalStateException("nothing is worth keeping");
        }
      };

  /**
   * Whether so much work is ahead that what is done should be kept.
   *
   * @param done 0 to 1
   */
  boolean isWorthwhile(double done);

  /**
   * What an earlier attempt left.
   *
   * @param plan names all that determines the pieces: one of another plan is never given
   * @param number from 0, without gaps
   */
  Optional<byte[]> piece(String plan, int number);

  /** Keeps a piece. Does not throw: a piece that cannot be kept costs time at the worst. */
  void save(String plan, int number, byte[] piece);
}
