package dev.aiupscale.worker.upscale;

import dev.aiupscale.worker.stage.StageEngine;
import java.nio.ByteBuffer;

/** Runs stages on the thread on which all networks run, beside the tiles of other jobs. */
final class SubmittedStages implements StageEngine {
  private final StageEngine engine;
  private final InferenceThread inference;

  SubmittedStages(StageEngine engine) {
    this.engine = engine;
    // One run is submitted at a time: there is never another to be stopped.
    this.inference = new InferenceThread(() -> {});
  }

  @Override
  public ByteBuffer input(int stage, int index) {
    return engine.input(stage, index);
  }

  @Override
  public ByteBuffer output(int stage) {
    return engine.output(stage);
  }

  @Override
  public void run(int stage) {
    InferenceThread.await(
        inference.submit(
            () -> {
              engine.run(stage);
              return stage;
            }));
  }

  /** Waits for the run that is under way: its buffers are freed next. */
  @Override
  public void close() {
    inference.close();
    engine.close();
  }
}
