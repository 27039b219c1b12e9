package dev.aiupscale.benchmarks.measure;

import dev.aiupscale.benchmarks.picture.SourceFile;
import dev.aiupscale.benchmarks.timing.PowerLaw;
import dev.aiupscale.benchmarks.timing.Times;
import dev.aiupscale.benchmarks.timing.Work;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.worker.onnx.OnnxConfig;
import dev.aiupscale.worker.onnx.OnnxEngines;
import dev.aiupscale.worker.upscale.UpscalerConfig;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Measures how the time from file to file grows with the picture's pixels. */
public final class Scaling {
  private final Bench bench;

  public Scaling(Bench bench) {
    this.bench = bench;
  }

  public ScalingResult measure(String id, int scale) throws IOException {
    ModelDescriptor model = bench.model(id, scale);
    List<SourceFile> photos = new ArrayList<>();
    for (double megapixels : bench.effort().scalingMegapixels()) {
      int height = (int) Math.sqrt(megapixels * 1e6 / 1.5);
      photos.add(SourceFile.jpeg(bench.photos().draw(height * 3 / 2, height), bench.scratch()));
    }
    List<Times> times = times(model, photos);
    List<PowerLaw.Point> points =
        IntStream.range(0, photos.size())
            .mapToObj(i -> new PowerLaw.Point(photos.get(i).pixels(), times.get(i).median()))
            .toList();
    double exponent = PowerLaw.fit(points).exponent();
    return new ScalingResult(id, scale, points, exponent, times.get(0).rounds());
  }

  private List<Times> times(ModelDescriptor model, List<SourceFile> photos) throws IOException {
    UpscalerConfig config = UpscalerConfig.defaults();
    try (OnnxEngines engines = new OnnxEngines(bench.models(), OnnxConfig.defaults())) {
      List<Work> works = new ArrayList<>();
      for (SourceFile photo : photos) {
        works.add(() -> bench.upscale(engines, config, model, photo));
      }
      return bench.effort().rounds().interleave(works);
    }
  }
}
