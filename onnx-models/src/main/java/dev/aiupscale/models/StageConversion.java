package dev.aiupscale.models;

import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.common.model.ModelStage;
import dev.aiupscale.models.network.Cost;
import dev.aiupscale.models.network.Network;
import dev.aiupscale.models.network.Stage;
import dev.aiupscale.models.network.WorkingSet;
import dev.aiupscale.models.onnx.OnnxFile;
import java.util.ArrayList;
import java.util.List;

/** One stage of a network as it is served: its ONNX file and what says what that is. */
record StageConversion(byte[] onnx, ModelStage stage) {
  /**
   * @param name of the files, less their number and ending
   */
  static List<StageConversion> all(
      String name, List<Stage> stages, Network network, String version) {
    List<StageConversion> all = new ArrayList<>();
    for (Stage stage : stages) {
      String file = "%s-%02d.onnx".formatted(name, all.size());
      all.add(of(stage, network, file, OnnxFile.write(stage, network, version)));
    }
    return all;
  }

  private static StageConversion of(Stage stage, Network network, String file, byte[] onnx) {
    ModelStage described =
        new ModelStage(
            file,
            Sha256.of(onnx),
            stage.inputs().stream()
                .map(input -> input.equals(network.input()) ? ModelStage.PICTURE : input)
                .toList(),
            stage.output().equals(network.output()) ? ModelStage.RESULT : stage.output(),
            stage.channelsOf(stage.output()),
            stage.radius(),
            stage.scale(),
            Math.rint(Cost.gflopPerMegapixel(stage) * 10) / 10,
            WorkingSet.bytesPerPixel(stage));
    return new StageConversion(onnx, described);
  }
}
