package dev.aiupscale.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.models.catalogue.CatalogueEntry;
import dev.aiupscale.models.network.Network;
import dev.aiupscale.models.onnx.OnnxFile;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewriteIT {
  @ParameterizedTest
  @CsvSource({
    "real-esrgan-general,prelu-by-relu",
    "real-esrgan-photo,factors-into-convolutions;factors-by-channel"
  })
  void aRewrittenNetworkGivesWhatThePublishedGives(String id, String passes) throws Exception {
    CatalogueEntry entry = TestModels.entry(id, 4);
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
