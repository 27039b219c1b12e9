package dev.aiupscale.worker.stage;

import java.nio.ByteBuffer;

/**
 * Runs the stages of one network on tiles of one size a stage. Stages share the buffers: fill the
 * inputs of one, run it, read its output, then go to the next.
 */
public interface StageEngine extends AutoCloseable {
  /**
   * @param index of the input among the stage's
   * @return uint8 {@code [1, H, W, 3]} for the picture, else float {@code [1, C, H, W]}
   */
  ByteBuffer input(int stage, int index);

  /** uint8 {@code [1, H·scale, W·scale, 3]} for the result, else float {@code [1, C, H, W]}. */
  ByteBuffer output(int stage);

  /**
   * @throws dev.aiupscale.common.job.UpscaleException MODEL_FAILED
   */
  void run(int stage);

  @Override
  void close();
}
