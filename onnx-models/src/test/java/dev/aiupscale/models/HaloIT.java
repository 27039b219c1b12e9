package dev.aiupscale.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.models.catalogue.CatalogueEntry;
import dev.aiupscale.models.catalogue.DefaultCatalogue;
import dev.aiupscale.models.run.OnnxModel;
import dev.aiupscale.models.run.Pixels;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HaloIT {
  private static final int BEYOND = 12;
  private static final int HEIGHT = 3;

  static List<CatalogueEntry> entries() {
    return DefaultCatalogue.entries();
  }

  @ParameterizedTest
  @MethodSource("entries")
  void aPixelChangesNothingBeyondTheExactHalo(CatalogueEntry entry) throws Exception {
    int radius = entry.exactHalo();
    int side = 2 * (radius + BEYOND) + 1;
    int middle = side / 2;
    Pixels strip = Pixels.random(side, HEIGHT, 7);
    Pixels changed = strip.withNegative(middle, HEIGHT / 2);

    try (OnnxModel model = new OnnxModel(TestModels.convert(entry).onnx())) {
      Pixels before = model.upscale(strip);
      Pixels after = model.upscale(changed);

      assertThat(before.distance(after)).as("the pixel has a say at all").isPositive();
      assertThat(farthestChange(before, after, middle, entry.scale())).isLessThanOrEqualTo(radius);
    }
  }

  /** Distance in input pixels from column {@code middle} to the farthest column that differs. */
  private static int farthestChange(Pixels before, Pixels after, int middle, int scale) {
    int farthest = 0;
    for (int y = 0; y < before.height(); y++) {
      for (int x = 0; x < before.width(); x++) {
        for (int c = 0; c < 3; c++) {
          if (before.level(x, y, c) != after.level(x, y, c)) {
            farthest = Math.max(farthest, Math.abs(x / scale - middle));
          }
        }
      }
    }
    return farthest;
  }
}
