package dev.aiupscale.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.aiupscale.common.model.ColourDrift;
import dev.aiupscale.models.catalogue.CatalogueEntry;
import dev.aiupscale.models.catalogue.DefaultCatalogue;
import dev.aiupscale.models.run.OnnxModel;
import dev.aiupscale.models.run.Pixels;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Measures what the catalogue says of each model's colours. */
class ColourDriftIT {
  private static final int AREA = 16;

  /** What lies so near to another area's colour is not looked at. */
  private static final int MARGIN = 4;

  private static final int LEVELS = 6;

  static List<CatalogueEntry> entries() {
    return DefaultCatalogue.entries();
  }

  @ParameterizedTest
  @MethodSource("entries")
  void theColoursAreOffByWhatTheCatalogueSays(CatalogueEntry entry) throws Exception {
    try (OnnxModel model = new OnnxModel(TestModels.convert(entry).onnx())) {
      ColourDrift said = entry.colourDrift();
      assertThat(drift(model, photo())).isCloseTo(said.photo(), offset(0.1));
      assertThat(drift(model, chart())).isCloseTo(said.chart(), offset(0.1));
    }
  }

  private static double drift(OnnxModel model, Pixels picture) throws Exception {
    Pixels upscaled = model.upscale(picture);
    int columns = picture.width() / AREA;
    int rows = picture.height() / AREA;
    double sum = 0;
    // The outermost areas show how publishers pad, not how the model sees colours.
    for (int row = 1; row < rows - 1; row++) {
      for (int column = 1; column < columns - 1; column++) {
        sum += driftOfArea(picture, upscaled, column * AREA, row * AREA);
      }
    }
    return sum / ((columns - 2) * (rows - 2));
  }

  private static double driftOfArea(Pixels picture, Pixels upscaled, int left, int top) {
    double most = 0;
    for (int channel = 0; channel < 3; channel++) {
      double before = mean(picture, channel, left, top, 1);
      double after = mean(upscaled, channel, left, top, upscaled.width() / picture.width());
      most = Math.max(most, Math.abs(after - before));
    }
    return most;
  }

  private static double mean(Pixels pixels, int channel, int left, int top, int scale) {
    int side = (AREA - 2 * MARGIN) * scale;
    double sum = 0;
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        sum += pixels.level((left + MARGIN) * scale + x, (top + MARGIN) * scale + y, channel);
      }
    }
    return sum / (side * side);
  }

  private static Pixels photo() throws IOException {
    return Pixels.of(TestModels.picture(TestModels.entry("esrgan-slim", 2), "assets/fixture.png"));
  }

  /** Every combination of six levels a channel, each an area. */
  private static Pixels chart() {
    int width = LEVELS * LEVELS * AREA;
    BufferedImage chart = new BufferedImage(width, LEVELS * AREA, BufferedImage.TYPE_INT_RGB);
    int step = 255 / (LEVELS - 1);
    for (int y = 0; y < chart.getHeight(); y++) {
      for (int x = 0; x < width; x++) {
        int red = x / AREA % LEVELS * step;
        int green = x / AREA / LEVELS * step;
        int blue = y / AREA * step;
        chart.setRGB(x, y, red << 16 | green << 8 | blue);
      }
    }
    return Pixels.of(chart);
  }
}
