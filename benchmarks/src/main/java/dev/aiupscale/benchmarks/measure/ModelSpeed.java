package dev.aiupscale.benchmarks.measure;

import dev.aiupscale.benchmarks.picture.SourceFile;
import dev.aiupscale.benchmarks.timing.Median;
import dev.aiupscale.benchmarks.timing.Times;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.worker.onnx.OnnxEngines;
import dev.aiupscale.worker.upscale.TileEngine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Measures a model's bare network on one tile against the whole engine from file to file. */
public final class ModelSpeed {
  /** No picture is larger: a longer run would say nothing new. */
  private static final double MOST_PIXELS = 2e6;

  /** Nor is one lower, however slow the network is. */
  private static final int LEAST_HEIGHT = 160;

  private final Bench bench;

  public ModelSpeed(Bench bench) {
    this.bench = bench;
  }

  public ModelSpeedResult measure(String id, int scale) throws IOException {
    ModelDescriptor model = bench.engine().model(id, scale);
    SourceFile photo = photo(model);
    List<Observation> observations = new ArrayList<>();
    try (OnnxEngines networks = bench.engine().networks();
        TileEngine bare = networks.open(model, tile(model, photo), tile(model, photo))) {
      fill(bare.input());
      List<Times> times =
          bench
              .effort()
              .rounds()
              .interleave(
                  List.of(bare::run, () -> observations.add(observe(networks, model, photo))));
      return result(model, photo, times.get(0), times.get(1), observations);
    }
  }

  private Observation observe(OnnxEngines networks, ModelDescriptor model, SourceFile photo) {
    ObservedNetworks observed = new ObservedNetworks(networks);
    long began = System.nanoTime();
    bench.engine().upscale(observed, model, photo.path());
    double seconds = (System.nanoTime() - began) / 1e9;
    return new Observation(observed.pixels(), observed.seconds() / seconds);
  }

  /** What went through the network, and its share of the time. */
  private record Observation(long pixels, double share) {}

  private static ModelSpeedResult result(
      ModelDescriptor model,
      SourceFile photo,
      Times bare,
      Times engine,
      List<Observation> observations) {
    int tile = tile(model, photo);
    double tilePixels = (double) tile * tile;
    return new ModelSpeedResult(
        model.id(),
        model.scale(),
        tile,
        photo.width(),
        photo.height(),
        tilePixels / bare.median(),
        photo.pixels() / engine.median(),
        bare.over(engine) * photo.pixels() / tilePixels,
        1 - (double) photo.pixels() / observations.get(0).pixels(),
        Median.of(observations.stream().map(Observation::share).toList()),
        bare.rounds());
  }

  /** The preferred side of a tile, or what is enough for the whole picture. */
  private static int tile(ModelDescriptor model, SourceFile photo) {
    return Math.min(model.tile(), photo.height() + 2 * model.halo());
  }

  /** As large as the effort allows for a network of this cost. */
  private SourceFile photo(ModelDescriptor model) throws IOException {
    double pixels = Math.min(MOST_PIXELS, bench.effort().gflop() / model.gflopPerMegapixel() * 1e6);
    int height = Math.max(LEAST_HEIGHT, (int) Math.sqrt(pixels / 1.5));
    return bench.photo(height * 3 / 2, height);
  }

  private static void fill(ByteBuffer input) {
    byte[] samples = new byte[input.capacity()];
    new SplittableRandom(1).nextBytes(samples);
    input.put(0, samples);
  }
}
