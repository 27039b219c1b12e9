package dev.aiupscale.benchmarks.measure;

import dev.aiupscale.benchmarks.picture.SourceFile;
import dev.aiupscale.benchmarks.timing.Times;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.worker.onnx.OnnxConfig;
import dev.aiupscale.worker.onnx.OnnxEngines;
import dev.aiupscale.worker.upscale.TileEngine;
import dev.aiupscale.worker.upscale.UpscalerConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;

/** Measures a model's bare network on one tile against the whole engine from file to file. */
public final class ModelSpeed {
  /** No picture is larger: a longer run would say nothing new. */
  private static final double MOST_PIXELS = 2e6;

  private final Bench bench;

  public ModelSpeed(Bench bench) {
    this.bench = bench;
  }

  public ModelSpeedResult measure(String id, int scale) throws IOException {
    ModelDescriptor model = bench.model(id, scale);
    SourceFile photo = photo(model);
    try (OnnxEngines engines = new OnnxEngines(bench.models(), OnnxConfig.defaults());
        TileEngine network = engines.open(model, model.tile(), model.tile())) {
      fill(network.input());
      CountingEngines counted = new CountingEngines(engines);
      UpscalerConfig config = UpscalerConfig.defaults();
      List<Times> times =
          bench
              .effort()
              .rounds()
              .interleave(
                  List.of(
                      network::run,
                      () -> {
                        counted.takePixels();
                        bench.upscale(counted, config, model, photo);
                      }));
      return result(model, photo, times.get(0), times.get(1), counted.takePixels());
    }
  }

  private static ModelSpeedResult result(
      ModelDescriptor model, SourceFile photo, Times raw, Times engine, long networkPixels) {
    double tilePixels = (double) model.tile() * model.tile();
    return new ModelSpeedResult(
        model.id(),
        model.scale(),
        model.tile(),
        photo.width(),
        photo.height(),
        tilePixels / raw.median(),
        photo.pixels() / engine.median(),
        raw.over(engine) * photo.pixels() / tilePixels,
        1 - (double) photo.pixels() / networkPixels,
        raw.rounds());
  }

  /** As large as the effort allows for a network of this cost, but one tile at the least. */
  private SourceFile photo(ModelDescriptor model) throws IOException {
    int oneTile = model.tile() - 2 * model.halo();
    double pixels = Math.min(MOST_PIXELS, bench.effort().gflop() / model.gflopPerMegapixel() * 1e6);
    int height = Math.max(oneTile, (int) Math.sqrt(pixels / 1.5));
    int width = height == oneTile ? oneTile : height * 3 / 2;
    return SourceFile.jpeg(bench.photos().draw(width, height), bench.scratch());
  }

  private static void fill(ByteBuffer input) {
    byte[] samples = new byte[input.capacity()];
    new SplittableRandom(1).nextBytes(samples);
    input.put(0, samples);
  }
}
