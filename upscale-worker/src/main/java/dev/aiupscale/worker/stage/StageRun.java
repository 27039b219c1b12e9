package dev.aiupscale.worker.stage;

import dev.aiupscale.common.model.ModelStage;
import dev.aiupscale.common.plan.StagePlan;
import dev.aiupscale.common.tile.Span;
import dev.aiupscale.common.tile.TileAxis;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** One stage on its way down a piece of a picture. */
final class StageRun {
  private final ModelStage stage;
  private final int index;
  private final List<ValueRows> inputs;
  private final ValueRows output;
  private final TileAxis columns;
  private final int endRow;
  private int nextRow;

  /**
   * @param index of the stage in its model
   */
  StageRun(StagePlan plan, int index, List<ValueRows> inputs, ValueRows output) {
    this.stage = plan.model().stages().get(index);
    this.index = index;
    this.inputs = inputs;
    this.output = output;
    this.columns = plan.columns(stage);
    this.nextRow = -output.margin();
    this.endRow = nextRow + plan.rows(stage);
  }

  ModelStage stage() {
    return stage;
  }

  List<ValueRows> inputs() {
    return inputs;
  }

  /** The first row of its inputs that it still needs. */
  int firstNeeded() {
    return nextRow == endRow ? endRow + stage.radius() : nextRow - stage.radius();
  }

  boolean takes(ValueRows value) {
    return inputs.contains(value);
  }

  /** Rows that it can give now, at most a band. */
  int rowsReady() {
    int ready = inputs.stream().mapToInt(ValueRows::end).min().orElse(0) - stage.radius();
    return Math.min(StagePlan.BAND, ready - nextRow);
  }

  /**
   * Gives the next rows, tile after tile across. All tiles are equally large: below the rows that
   * are there they hold older ones, which only rows that are dropped can see.
   */
  void run(StageEngine engine, StageWatch watch) {
    int rows = rowsReady();
    List<ByteBuffer> given = new ArrayList<>();
    for (int i = 0; i < rows * stage.scale(); i++) {
      given.add(output.append());
    }
    for (int column = 0; column < columns.count(); column++) {
      watch.beforeRun();
      Span span = columns.span(column);
      for (int i = 0; i < inputs.size(); i++) {
        fill(engine.input(index, i), inputs.get(i), span);
      }
      engine.run(index);
      collect(engine.output(index), span, given);
    }
    nextRow += rows;
  }

  private void fill(ByteBuffer tensor, ValueRows value, Span span) {
    RowShape shape = value.shape();
    int height = StagePlan.BAND + 2 * stage.radius();
    RowShape tile = new RowShape(shape.planes(), columns.tileLength(), shape.unit());
    int left = span.readStart() + value.margin() - output.margin();
    int top = nextRow - stage.radius();
    int rows = Math.min(height, value.end() - top);
    for (int y = 0; y < rows; y++) {
      ByteBuffer row = value.row(top + y);
      for (int plane = 0; plane < shape.planes(); plane++) {
        int to = tile.at(plane * height + y, 0);
        tensor.put(to, row, shape.at(plane, left), tile.at(0, tile.width()));
      }
    }
  }

  private void collect(ByteBuffer tensor, Span span, List<ByteBuffer> given) {
    int scale = stage.scale();
    RowShape shape = output.shape();
    int height = (StagePlan.BAND + 2 * stage.radius()) * scale;
    RowShape tile = new RowShape(shape.planes(), columns.tileLength() * scale, shape.unit());
    int top = stage.radius() * scale;
    for (int y = 0; y < given.size(); y++) {
      for (int plane = 0; plane < shape.planes(); plane++) {
        int from = tile.at(plane * height + top + y, span.offset() * scale);
        int to = shape.at(plane, span.start() * scale);
        given.get(y).put(to, tensor, from, span.length() * scale * shape.unit());
      }
    }
  }
}
