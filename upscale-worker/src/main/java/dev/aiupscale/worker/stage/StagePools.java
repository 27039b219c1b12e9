package dev.aiupscale.worker.stage;

import dev.aiupscale.common.model.ModelStage;
import dev.aiupscale.common.plan.Margins;
import dev.aiupscale.common.plan.StagePlan;

/** The rows that the pieces of a picture have after one another: of picture, features, result. */
final class StagePools {
  private final RowPool picture;
  private final RowPool features;
  private final RowPool result;

  StagePools(StagePlan plan) {
    Margins margins = plan.margins();
    int step = plan.strips().step();
    this.picture = new RowPool(RowShape.rgb(step + 2 * margins.ofPicture()).bytes());
    int most = 0;
    for (ModelStage stage : plan.model().stages()) {
      if (!stage.givesResult()) {
        int width = step + 2 * margins.of(stage.output());
        most = Math.max(most, RowShape.of(stage, width).bytes());
      }
    }
    this.features = new RowPool(most);
    this.result = new RowPool(RowShape.rgb(step * plan.model().scale()).bytes());
  }

  RowPool picture() {
    return picture;
  }

  RowPool of(ModelStage stage) {
    return stage.givesResult() ? result : features;
  }
}
