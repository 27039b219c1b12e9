package dev.aiupscale.common.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelDescriptorTest {
  private static final ModelStage STAGE =
      new ModelStage("s", "", List.of(ModelStage.PICTURE), ModelStage.RESULT, 3, 349, 4, 1, 1);

  @Test
  void theExactResultCanBeHadByTilesOrByStages() {
    assertThat(model(34, List.of()).exactIsPractical()).isTrue();
    assertThat(model(349, List.of()).exactIsPractical()).isFalse();
    assertThat(model(349, List.of(STAGE)).exactIsPractical()).isTrue();
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    ModelDescriptor model = model(349, List.of(STAGE));

    assertThat(Json.read(Json.writePretty(model), ModelDescriptor.class)).isEqualTo(model);
  }

  @Test
  void aDescriptorThatNamesNoStagesHasNone() throws IOException {
    String json =
        """
        {"id":"own","scale":2,"file":"own.onnx","sha256":"","halo":4,"exactHalo":4,"tile":64,
         "passes":[]}
        """;

    ModelDescriptor model = Json.read(json.getBytes(StandardCharsets.UTF_8), ModelDescriptor.class);

    assertThat(model.hasStages()).isFalse();
  }

  private static ModelDescriptor model(int exactHalo, List<ModelStage> stages) {
    return new ModelDescriptor(
        "m", 4, "", "", "", "", "m.onnx", "", 1, 8, 1, exactHalo, 64, 1, List.of(), stages,
        List.of(), null);
  }
}
