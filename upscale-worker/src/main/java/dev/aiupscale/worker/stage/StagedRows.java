package dev.aiupscale.worker.stage;

import dev.aiupscale.common.plan.StagePlan;
import dev.aiupscale.common.tile.Span;
import dev.aiupscale.worker.encode.RowSource;

/** The upscaled rows of a picture that is led through stages, computed as they are pulled. */
public final class StagedRows implements RowSource {
  private final StagePlan plan;
  private final StageEngine engine;
  private final StageWatch watch;
  private final MirroredRows picture;
  private final StagePools pools;
  private final byte[] piece;
  private final byte[] block;
  private StageChain chain;
  private int y;

  public StagedRows(StagePlan plan, StageEngine engine, StageWatch watch, MirroredRows picture) {
    this.plan = plan;
    this.engine = engine;
    this.watch = watch;
    this.picture = picture;
    this.pools = new StagePools(plan);
    this.piece = new byte[plan.strips().step() * plan.model().scale() * 3];
    this.block = new byte[plan.strips().count() == 1 ? 0 : blockRows() * width() * 3];
    this.chain = chain(0, 0);
  }

  @Override
  public int width() {
    return plan.width() * plan.model().scale();
  }

  @Override
  public int height() {
    return plan.height() * plan.model().scale();
  }

  @Override
  public int channels() {
    return 3;
  }

  @Override
  public void next(byte[] row) {
    if (plan.strips().count() == 1) {
      chain.next(row);
    } else {
      if (y % blockRows() == 0) {
        joinStrips(y / blockRows());
      }
      System.arraycopy(block, y % blockRows() * width() * 3, row, 0, width() * 3);
    }
    y++;
  }

  private int blockRows() {
    return plan.blocks().step() * plan.model().scale();
  }

  /** Computes all strips of a block, one after the other. */
  private void joinStrips(int index) {
    int scale = plan.model().scale();
    Span down = plan.blocks().span(index);
    for (int strip = 0; strip < plan.strips().count(); strip++) {
      Span across = plan.strips().span(strip);
      chain = chain(across.readStart(), down.readStart());
      for (int i = 0; i < down.offset() * scale; i++) {
        chain.next(piece);
      }
      for (int i = 0; i < down.length() * scale; i++) {
        chain.next(piece);
        int from = across.offset() * scale * 3;
        int to = (i * width() + across.start() * scale) * 3;
        System.arraycopy(piece, from, block, to, across.length() * scale * 3);
      }
    }
  }

  private StageChain chain(int left, int top) {
    return new StageChain(plan, engine, watch, picture, pools, left, top);
  }
}
