package dev.aiupscale.benchmarks.measure;

import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.worker.upscale.TileEngine;
import dev.aiupscale.worker.upscale.TileEngines;
import java.nio.ByteBuffer;

/** Counts the input pixels that go through the networks, halo included. */
final class CountingEngines implements TileEngines {
  private final TileEngines engines;
  private long pixels;

  CountingEngines(TileEngines engines) {
    this.engines = engines;
  }

  @Override
  public TileEngine open(ModelDescriptor model, int tileWidth, int tileHeight) {
    long tilePixels = (long) tileWidth * tileHeight;
    return new Counting(engines.open(model, tileWidth, tileHeight), tilePixels);
  }

  @Override
  public String engineFingerprint(ModelDescriptor model) {
    return engines.engineFingerprint(model);
  }

  /** The pixels since this was last asked. */
  long takePixels() {
    long taken = pixels;
    pixels = 0;
    return taken;
  }

  private final class Counting implements TileEngine {
    private final TileEngine engine;
    private final long tilePixels;

    Counting(TileEngine engine, long tilePixels) {
      this.engine = engine;
      this.tilePixels = tilePixels;
    }

    @Override
    public ByteBuffer input() {
      return engine.input();
    }

    @Override
    public ByteBuffer output() {
      return engine.output();
    }

    @Override
    public void run() {
      pixels += tilePixels;
      engine.run();
    }

    @Override
    public void close() {
      engine.close();
    }
  }
}
