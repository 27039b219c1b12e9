package dev.aiupscale.worker.upscale;

import java.nio.ByteBuffer;
import java.util.function.DoubleConsumer;

/**
 * Runs one network on tiles of one size. The buffers are the same for every run: fill the input,
 * run, read the output.
 */
public interface TileEngine extends AutoCloseable {
  /** How many tiles, N, go through the network at once at the most. */
  default int batch() {
    return 1;
  }

  /** uint8 {@code [N, H, W, 3]} RGB. */
  ByteBuffer input();

  /** uint8 {@code [N, H·scale, W·scale, 3]} RGB. */
  ByteBuffer output();

  /**
   * Runs the first {@code tiles} tiles of the input, 1 to N.
   *
   * @param progress hears what share of this run is done, more each time and less than 1, while it
   *     goes on
   * @throws dev.aiupscale.common.job.UpscaleException MODEL_FAILED, also when a result is not
   *     finite, or is black for a tile that is not
   * @throws CancelledException when the engine was stopped
   */
  void run(int tiles, DoubleConsumer progress);

  /** Runs one tile. */
  default void run() {
    run(1, share -> {});
  }

  /** Ends the run that is under way, from any thread, and lets none begin any more. */
  void stop();

  @Override
  void close();
}
