package dev.aiupscale.common.plan;

import dev.aiupscale.common.model.ModelStage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the rows of features that are kept at once, to plan within the memory allowed. */
final class KeptRows {
  private KeptRows() {}

  /**
   * @param band rows that a stage gives in one go
   */
  static int most(List<ModelStage> stages, int band) {
    Map<String, Integer> lags = new HashMap<>(Map.of(ModelStage.PICTURE, 0));
    Map<String, Integer> needed = new HashMap<>();
    Map<String, Integer> lastUse = new HashMap<>();
    for (int i = 0; i < stages.size(); i++) {
      ModelStage stage = stages.get(i);
      int lag =
          stage.radius()
              + stage.inputs().stream().mapToInt(in -> lags.getOrDefault(in, 0)).max().orElse(0);
      lags.put(stage.output(), lag);
      for (String input : stage.inputs()) {
        needed.merge(input, lag + stage.radius(), Math::max);
        lastUse.put(input, i);
      }
    }
    int kept = 0;
    int mostPassing = 0;
    for (int i = 0; i < stages.size() - 1; i++) {
      String output = stages.get(i).output();
      kept += needed.getOrDefault(output, 0) - lags.getOrDefault(output, 0);
      mostPassing = Math.max(mostPassing, passing(stages, lastUse, i));
    }
    return kept + mostPassing * band;
  }

  /** Values of which a whole band is there when stage {@code index} has run. */
  private static int passing(List<ModelStage> stages, Map<String, Integer> lastUse, int index) {
    return (int)
        stages.stream()
            .limit(index + 1L)
            .filter(stage -> lastUse.getOrDefault(stage.output(), 0) >= index)
            .count();
  }
}
