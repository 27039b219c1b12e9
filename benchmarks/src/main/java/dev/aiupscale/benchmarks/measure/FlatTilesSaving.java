package dev.aiupscale.benchmarks.measure;

import dev.aiupscale.benchmarks.picture.SourceFile;
import dev.aiupscale.benchmarks.picture.SyntheticScreenshot;
import dev.aiupscale.benchmarks.timing.Times;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.worker.onnx.OnnxConfig;
import dev.aiupscale.worker.onnx.OnnxEngines;
import dev.aiupscale.worker.upscale.UpscaledImage;
import dev.aiupscale.worker.upscale.UpscalerConfig;
import java.io.IOException;
import java.util.List;

/** Measures a screenshot with and without remembering the results of tiles of one colour. */
public final class FlatTilesSaving {
  private static final long SEED = 1;

  private final Bench bench;

  public FlatTilesSaving(Bench bench) {
    this.bench = bench;
  }

  public FlatTilesResult measure(String id, int scale) throws IOException {
    ModelDescriptor model = bench.model(id, scale);
    int width = bench.effort().screenshotWidth();
    int height = width * 9 / 16;
    SourceFile page =
        SourceFile.png(SyntheticScreenshot.draw(width, height, SEED), bench.scratch());
    UpscalerConfig with = UpscalerConfig.defaults();
    UpscalerConfig without =
        new UpscalerConfig(
            with.bandBytes(), with.tilePixels(), 0, with.webpPixels(), with.optimisedJpegPixels());
    try (OnnxEngines engines = new OnnxEngines(bench.models(), OnnxConfig.defaults())) {
      UpscaledImage made = bench.upscale(engines, with, model, page);
      List<Times> times =
          bench
              .effort()
              .rounds()
              .interleave(
                  List.of(
                      () -> bench.upscale(engines, with, model, page),
                      () -> bench.upscale(engines, without, model, page)));
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
