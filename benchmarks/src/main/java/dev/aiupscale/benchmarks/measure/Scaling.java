package dev.aiupscale.benchmarks.measure;

import dev.aiupscale.benchmarks.picture.SourceFile;
import dev.aiupscale.benchmarks.timing.PowerLaw;
import dev.aiupscale.benchmarks.timing.Times;
import dev.aiupscale.benchmarks.timing.Work;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.worker.onnx.OnnxEngines;
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
    ModelDescriptor model = bench.engine().model(id, scale);
    List<SourceFile> photos = new ArrayList<>();
    for (double megapixels : bench.effort().scalingMegapixels()) {
      int height = (int) Math.sqrt(megapixels * 1e6 / 1.5);
      photos.add(bench.photo(height * 3 / 2, height));
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
    try (OnnxEngines networks = bench.engine().networks()) {
      List<Work> works = new ArrayList<>();
      for (SourceFile photo : photos) {
        works.add(() -> bench.engine().upscale(networks, model, photo.path()));
      }
      // What has to warm up would weigh on the smallest alone.
      works.get(0).run();
      return bench.effort().rounds().interleave(works);
    }
  }
}
