package dev.aiupscale.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.models.catalogue.CatalogueEntry;
import dev.aiupscale.models.run.OnnxModel;
import dev.aiupscale.models.verify.PublishedSample;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParityIT {
  @ParameterizedTest
  @CsvSource({
    "esrgan-slim,2", "esrgan-slim,3", "esrgan-slim,4",
    "esrgan-medium,2", "esrgan-medium,3", "esrgan-medium,4"
  })
  void thePlainFileGivesThePublishersSampleWithinOneLevelTheServedOneAwayFromTheBorder(
      String id, int scale) throws Exception {
    CatalogueEntry entry = TestModels.entry(id, scale);
    PublishedSample sample = PublishedSample.of(entry, TestModels.archive(entry)).orElseThrow();

    try (OnnxModel plain = new OnnxModel(TestModels.convert(entry, Form.PLAIN).onnx());
        OnnxModel served = new OnnxModel(TestModels.convert(entry).onnx())) {
      assertThat(plain.upscale(sample.picture()).distance(sample.result())).isLessThanOrEqualTo(1);

      // Nearer to it the published network sees the zeros around the picture; the service mirrors.
      int border = entry.exactHalo() * scale;
      assertThat(
              served
                  .upscale(sample.picture())
                  .inside(border)
                  .distance(sample.result().inside(border)))
          .isLessThanOrEqualTo(1);
    }
  }
}
