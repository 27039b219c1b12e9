package dev.aiupscale.benchmarks.measure;

import dev.aiupscale.benchmarks.picture.SourceFile;
import dev.aiupscale.benchmarks.picture.SyntheticScreenshot;
import dev.aiupscale.benchmarks.timing.Times;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.worker.onnx.OnnxEngines;
import dev.aiupscale.worker.upscale.UpscaledImage;
import dev.aiupscale.worker.upscale.UpscalerConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Measures a screenshot with and without remembering the results of tiles of one colour. */
public final class FlatTilesSaving {
  private static final long SEED = 1;

  private final Bench bench;

  public FlatTilesSaving(Bench bench) {
    this.bench = bench;
  }

  public FlatTilesResult measure(String id, int scale) throws IOException {
    Engine engine = bench.engine();
    ModelDescriptor model = engine.model(id, scale);
    int width = bench.effort().screenshotWidth();
    int height = width * 9 / 16;
    Path page =
        SourceFile.png(SyntheticScreenshot.draw(width, height, SEED), engine.scratch()).path();
    UpscalerConfig with = UpscalerConfig.defaults();
    UpscalerConfig without =
        new UpscalerConfig(with.bandBytes(), with.tilePixels(), 0, with.webpPixels());
    try (OnnxEngines networks = engine.networks()) {
      UpscaledImage made = engine.upscale(networks, with, model, page);
      List<Times> times =
          bench
              .effort()
              .rounds()
              .interleave(
                  List.of(
                      () -> engine.upscale(networks, with, model, page),
                      () -> engine.upscale(networks, without, model, page)));
      return new FlatTilesResult(
          id,
          scale,
          width,
          height,
          made.tiles(),
          made.tilesSkipped(),
          times.get(0).median(),
          times.get(1).median(),
          times.get(0).over(times.get(1)),
          times.get(0).rounds());
    }
  }
}
