package dev.aiupscale.benchmarks.measure;

import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.worker.stage.StageEngines;
import dev.aiupscale.worker.upscale.TileEngine;
import dev.aiupscale.worker.upscale.TileEngines;
import java.nio.ByteBuffer;
import java.util.function.DoubleConsumer;

/** Notes how many input pixels, halo included, go through the networks, and how long they take. */
final class ObservedNetworks implements TileEngines {
  private final TileEngines networks;
  private long pixels;
  private long nanos;

  ObservedNetworks(TileEngines networks) {
    this.networks = networks;
  }

  long pixels() {
    return pixels;
  }

  double seconds() {
    return nanos / 1e9;
  }

  @Override
  public TileEngine open(ModelDescriptor model, int tileWidth, int tileHeight) {
    long tilePixels = (long) tileWidth * tileHeight;
    return new Observed(networks.open(model, tileWidth, tileHeight), tilePixels);
  }

  @Override
  public StageEngines stages() {
    return networks.stages();
  }

  @Override
  public String engineFingerprint(ModelDescriptor model) {
    return networks.engineFingerprint(model);
  }

  private final class Observed implements TileEngine {
    private final TileEngine network;
    private final long tilePixels;

    Observed(TileEngine network, long tilePixels) {
      this.network = network;
      this.tilePixels = tilePixels;
    }

    @Override
    public ByteBuffer input() {
      return network.input();
    }

    @Override
    public ByteBuffer output() {
      return network.output();
    }

    @Override
    public void run(int tiles, DoubleConsumer progress) {
      long began = System.nanoTime();
      network.run(tiles, progress);
      nanos += System.nanoTime() - began;
      pixels += tiles * tilePixels;
    }

    @Override
    public void stop() {
      network.stop();
    }

    @Override
    public void close() {
      network.close();
    }
  }
}
