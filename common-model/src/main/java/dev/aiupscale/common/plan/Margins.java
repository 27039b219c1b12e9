package dev.aiupscale.common.plan;

import dev.aiupscale.common.model.ModelStage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far beyond the pixels that a result is asked for each value is needed: what the stages behind
 * it reach. Nothing that lies farther is computed, so the work shrinks from stage to stage.
 */
public final class Margins {
  private final Map<String, Integer> byValue = new HashMap<>();

  public Margins(List<ModelStage> stages) {
    byValue.put(ModelStage.RESULT, 0);
    for (int i = stages.size() - 1; i >= 0; i--) {
      ModelStage stage = stages.get(i);
      int margin = of(stage.output()) + stage.radius();
      stage.inputs().forEach(input -> byValue.merge(input, margin, Math::max));
    }
  }

  /**
   * Pixels at each border of a value, counted as those of the picture.
   *
   * @throws IllegalArgumentException when no stage takes the value
   */
  public int of(String value) {
    Integer margin = byValue.get(value);
    if (margin == null) {
      throw new IllegalArgumentException("no stage takes " + value);
    }
    return margin;
  }

  public int ofPicture() {
    return of(ModelStage.PICTURE);
  }
}
