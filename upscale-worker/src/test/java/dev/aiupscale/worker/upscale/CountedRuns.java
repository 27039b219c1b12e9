package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.worker.stage.StageEngines;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;

/** Networks that count how often they run. */
final class CountedRuns implements TileEngines {
  private final TileEngines engines;
  private final AtomicInteger runs = new AtomicInteger();

  CountedRuns(TileEngines engines) {
    this.engines = engines;
  }

  int runs() {
    return runs.get();
  }

  @Override
  public TileEngine open(ModelDescriptor model, int tileWidth, int tileHeight) {
    TileEngine engine = engines.open(model, tileWidth, tileHeight);
    return new TileEngine() {
      @Override
      public ByteBuffer input() {
        return engine.input();
      }

      @Override
      public ByteBuffer output() {
        return engine.output();
      }

      @Override
      public int batch() {
        return engine.batch();
      }

      @Override
      public void run(int tiles, DoubleConsumer progress) {
        engine.run(tiles, progress);
        runs.addAndGet(tiles);
      }

      @Override
      public void stop() {
        engine.stop();
      }

      @Override
      public void close() {
        engine.close();
      }
    };
  }

  @Override
  public StageEngines stages() {
    return engines.stages();
  }

  @Override
  public String engineFingerprint(ModelDescriptor model) {
    return engines.engineFingerprint(model);
  }
}
