package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.plan.StageMemory;
import dev.aiupscale.common.plan.StagePlan;
import dev.aiupscale.worker.decode.Picture;
import dev.aiupscale.worker.encode.RowSource;
import dev.aiupscale.worker.stage.StageEngine;
import dev.aiupscale.worker.stage.StageEngines;
import dev.aiupscale.worker.stage.StageTile;
import dev.aiupscale.worker.stage.StagedRows;

/** Upscales the planes of one picture stage by stage, for networks too deep for exact tiles. */
final class StagedPlanes implements AutoCloseable {
  private final StagePlan plan;
  private final int planes;
  private final StageEngine engine;
  private final StagedWork work;

  StagedPlanes(
      StageEngines engines,
      UpscaleRequest request,
      Picture picture,
      StageMemory memory,
      ProgressListener progress,
      Cancellation cancellation) {
    this.planes = picture.alpha() == null ? 1 : 2;
    this.plan =
        StagePlan.of(request.model(), picture.width(), picture.height(), memory.sharedBy(planes));
    this.work = new StagedWork(progress, cancellation, plan.work() * planes);
    this.engine = new SubmittedStages(engines.open(request.model(), StageTile.all(plan)));
  }

  RowSource rows(Plane plane) {
    RowSource rows = new StagedRows(plan, engine, work, new MirroredPlane(plane, plan));
    return plane.channels() == 1 ? new GreyRows(rows) : rows;
  }

  /** Pieces that the picture and its alpha were cut into. */
  long pieces() {
    return plan.pieces() * planes;
  }

  @Override
  public void close() {
    engine.close();
  }
}
