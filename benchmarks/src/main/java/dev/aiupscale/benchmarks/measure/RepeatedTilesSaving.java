package dev.aiupscale.benchmarks.measure;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.aiupscale.benchmarks.picture.SourceFile;
import dev.aiupscale.benchmarks.picture.SyntheticScreenshot;
import dev.aiupscale.benchmarks.timing.Times;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.worker.onnx.OnnxEngines;
import dev.aiupscale.worker.upscale.UpscaledImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Measures a screenshot, much of which repeats, against a photo, of which nothing does. */
public final class RepeatedTilesSaving {
  private static final long SEED = 1;

  private final Bench bench;

  public RepeatedTilesSaving(Bench bench) {
    this.bench = bench;
  }

  public RepeatedTilesResult measure(String id, int scale) throws IOException {
    Engine engine = bench.engine();
    ModelDescriptor model = engine.model(id, scale);
    int width = bench.effort().screenshotWidth();
    int height = width * 9 / 16;
    Path drawn =
        SourceFile.png(SyntheticScreenshot.draw(width, height, SEED), engine.scratch()).path();
    Path page = Files.move(drawn, engine.scratch().resolve("page.png"), REPLACE_EXISTING);
    Path photo = bench.lossless(width, height).path();
    try (OnnxEngines networks = engine.networks()) {
      UpscaledImage made = engine.upscale(networks, model, page);
      List<Times> times =
          bench
              .effort()
              .rounds()
              .interleave(
                  List.of(
                      () -> engine.upscale(networks, model, page),
                      () -> engine.upscale(networks, model, photo)));
      return new RepeatedTilesResult(
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
