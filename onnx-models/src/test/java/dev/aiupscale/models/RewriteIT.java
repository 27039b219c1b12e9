package dev.aiupscale.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.models.catalogue.CatalogueEntry;
import dev.aiupscale.models.rewrite.Rewrite;
import dev.aiupscale.models.run.OnnxModel;
import dev.aiupscale.models.run.Pixels;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewriteIT {
  @ParameterizedTest
  @CsvSource({
    "esrgan-slim,2,convolution-before-upsampling;linear-fold",
    "esrgan-slim,3,convolution-before-upsampling;linear-fold",
    "esrgan-slim,4,convolution-before-upsampling;linear-fold",
    "esrgan-slim,8,convolution-before-upsampling;linear-fold",
    "esrgan-medium,4,convolution-before-upsampling;sum-of-convolutions",
    "esrgan-medium,8,convolution-before-upsampling;linear-fold;sum-of-convolutions",
    "real-esrgan-general,4,prelu-by-relu",
    "real-esrgan-photo,4,factors-into-convolutions;factors-by-channel"
  })
  void aRewrittenNetworkGivesWhatThePublishedGives(String id, int scale, String passes)
      throws Exception {
    CatalogueEntry entry = TestModels.entry(id, scale);
    Conversion conversion = TestModels.convert(entry);
    List<String> made = conversion.descriptor().passes();
    int border = Rewrite.keepBorder(made) ? 0 : entry.exactHalo();
    Pixels image = Pixels.random(40 + 2 * border, 30 + 2 * border, 5);

    assertThat(made).isEqualTo(List.of(passes.split(";")));
    try (OnnxModel plain = new OnnxModel(TestModels.convert(entry, Form.PLAIN).onnx());
        OnnxModel rewritten = new OnnxModel(conversion.onnx())) {
      Pixels expected = plain.upscale(image).inside(border * scale);
      assertThat(rewritten.upscale(image).inside(border * scale).distance(expected))
          .isLessThanOrEqualTo(1);
    }
  }
}
