package dev.aiupscale.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.models.catalogue.CatalogueEntry;
import dev.aiupscale.models.network.Network;
import dev.aiupscale.models.onnx.OnnxFile;
import dev.aiupscale.models.run.OnnxModel;
import dev.aiupscale.models.run.Pixels;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewriteIT {
  @ParameterizedTest
  @CsvSource({
    "esrgan-slim,2,sum-of-convolutions;convolution-before-upsampling",
    "esrgan-slim,3,sum-of-convolutions;convolution-before-upsampling",
    "esrgan-slim,8,sum-of-convolutions;convolution-before-upsampling",
    "esrgan-medium,4,sum-of-convolutions;convolution-before-upsampling",
    "esrgan-medium,8,sum-of-convolutions;convolution-before-upsampling",
    "real-esrgan-general,4,prelu-by-relu",
    "real-esrgan-photo,4,factors-into-convolutions;factors-by-channel"
  })
  void aRewrittenNetworkGivesWhatThePublishedGives(String id, int scale, String passes)
      throws Exception {
    CatalogueEntry entry = TestModels.entry(id, scale);
    Network published = TestModels.network(entry);
    Conversion conversion = TestModels.convert(entry);
    Pixels image = Pixels.random(40, 30, 5);

    assertThat(conversion.descriptor().passes()).isEqualTo(List.of(passes.split(";")));
    try (OnnxModel plain = new OnnxModel(OnnxFile.write(published, "plain"));
        OnnxModel rewritten = new OnnxModel(conversion.onnx())) {
      assertThat(rewritten.upscale(image).distance(plain.upscale(image))).isLessThanOrEqualTo(1);
    }
  }
}
