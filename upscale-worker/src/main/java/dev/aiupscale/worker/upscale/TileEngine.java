package dev.aiupscale.worker.upscale;

import java.nio.ByteBuffer;

/**
 * Runs one network on tiles of one size. The buffers are the same for every run: fill the input,
 * run, read the output.
 */
public interface TileEngine extends AutoCloseable {
  /** uint8 {@code [1, H, W, 3]} RGB. */
  ByteBuffer input();

  /** uint8 {@code [1, H·scale, W·scale, 3]} RGB. */
  ByteBuffer output();

  /**
   * @throws dev.aiupscale.common.job.UpscaleException MODEL_FAILED
   */
  void run();

  @Override
  void close();
}
