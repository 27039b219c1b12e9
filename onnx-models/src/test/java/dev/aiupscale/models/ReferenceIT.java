package dev.aiupscale.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.models.catalogue.CatalogueEntry;
import dev.aiupscale.models.run.OnnxModel;
import dev.aiupscale.models.run.Pixels;
import org.junit.jupiter.api.Test;

class ReferenceIT {
  @Test
  void realEsrganGeneralAgreesWithPlainLoopsWithinOneLevel() throws Exception {
    CatalogueEntry entry = TestModels.entry("real-esrgan-general", 4);
    Pixels image = Pixels.random(24, 24, 11);

    Pixels expected =
        new ReferenceNetwork(TestModels.file(entry, entry.path() + ".bin")).upscale(image);

    try (OnnxModel model = new OnnxModel(TestModels.convert(entry).onnx())) {
      assertThat(model.upscale(image).distance(expected)).isLessThanOrEqualTo(1);
    }
  }
}
