package dev.aiupscale.worker.stage;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.common.model.ModelStage;
import dev.aiupscale.common.plan.Margins;
import dev.aiupscale.common.plan.StagePlan;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Leads a piece of a picture through all stages. A band of the picture's rows goes in at the top
 * and every stage gives what it then can, so that each keeps only the rows that it still needs.
 */
final class StageChain {
  /** A sample that no sound network turns into black over a whole band. */
  private static final int CLEARLY_LIT = 32;

  private final StagePlan plan;
  private final StageEngine engine;
  private final StageWatch watch;
  private final MirroredRows source;
  private final int left;
  private final int top;
  private final ValueRows picture;
  private final ValueRows result;
  private final List<StageRun> runs = new ArrayList<>();
  private final byte[] rgb;
  private final BitSet litRows = new BitSet();
  private int nextResultRow;

  /**
   * @param left and {@code top} of the piece in the picture
   */
  StageChain(
      StagePlan plan,
      StageEngine engine,
      StageWatch watch,
      MirroredRows source,
      StagePools pools,
      int left,
      int top) {
    this.plan = plan;
    this.engine = engine;
    this.watch = watch;
    this.source = source;
    this.left = left;
    this.top = top;
    Margins margins = plan.margins();
    int step = plan.strips().step();
    RowShape shape = RowShape.rgb(step + 2 * margins.ofPicture());
    this.rgb = new byte[shape.bytes()];
    this.picture = new ValueRows(shape, margins.ofPicture(), pools.picture());
    Map<String, ValueRows> values = new HashMap<>(Map.of(ModelStage.PICTURE, picture));
    ValueRows last = picture;
    for (ModelStage stage : plan.model().stages()) {
      int margin = margins.of(stage.output());
      last = new ValueRows(RowShape.of(stage, step + 2 * margin), margin, pools.of(stage));
      List<ValueRows> inputs = new ArrayList<>();
      for (String input : stage.inputs()) {
        ValueRows value = values.get(input);
        if (value == null) {
          throw new IllegalArgumentException("no stage before " + stage.file() + " gives " + input);
        }
        inputs.add(value);
      }
      runs.add(new StageRun(plan, runs.size(), inputs, last));
      values.put(stage.output(), last);
    }
    this.result = last;
  }

  /** Writes the next row of the piece's result, packed RGB, to the start of {@code row}. */
  void next(byte[] row) {
    while (nextResultRow == result.end()) {
      advance();
    }
    result.row(nextResultRow).get(0, row, 0, result.shape().bytes());
    nextResultRow++;
    result.dropBefore(nextResultRow);
  }

  private void advance() {
    readPicture();
    for (StageRun run : runs) {
      while (run.rowsReady() > 0) {
        int rows = run.rowsReady();
        run.run(engine, watch);
        watch.ran(plan.work(run.stage(), rows));
        if (run.stage().givesResult()) {
          requireLight(rows);
        }
      }
      dropUnneeded(run);
    }
  }

  private void readPicture() {
    int end = plan.blocks().step() + picture.margin();
    for (int i = 0; i < StagePlan.BAND && picture.end() < end; i++) {
      int y = picture.end();
      source.copy(top + y, left - picture.margin(), rgb);
      picture.append().put(0, rgb);
      litRows.set(y + picture.margin(), isLit());
    }
  }

  private boolean isLit() {
    for (byte sample : rgb) {
      if ((sample & 0xff) >= CLEARLY_LIT) {
        return true;
      }
    }
    return false;
  }

  private void dropUnneeded(StageRun after) {
    for (ValueRows value : after.inputs()) {
      int needed = Integer.MAX_VALUE;
      for (StageRun run : runs) {
        if (run.takes(value)) {
          needed = Math.min(needed, run.firstNeeded());
        }
      }
      value.dropBefore(needed);
    }
  }

  /** A network that overflows gives black, which must not pass for a result. */
  private void requireLight(int rows) {
    int scale = plan.model().scale();
    int from = result.end() - rows * scale;
    boolean lit = litRows.get(from / scale + picture.margin());
    for (int y = from; lit && y < result.end(); y++) {
      if (!isBlack(result.row(y))) {
        return;
      }
    }
    if (lit) {
      throw new UpscaleException(
          ErrorCode.MODEL_FAILED, "The model gave black rows for a picture that is not black.");
    }
  }

  private boolean isBlack(ByteBuffer row) {
    for (int i = 0; i < result.shape().bytes(); i++) {
      if (row.get(i) != 0) {
        return false;
      }
    }
    return true;
  }
}
