package dev.aiupscale.worker.onnx;

import ai.onnxruntime.OrtException;
import dev.aiupscale.common.model.ModelStage;
import dev.aiupscale.common.tile.PieceAxis;
import dev.aiupscale.common.tile.Span;
import dev.aiupscale.worker.stage.StageTile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a network that enlarges, in pieces of a tile: its values are as large as the result,
 * so that all of them at once would need many times the memory of the parts before it.
 */
final class NetworkTail implements AutoCloseable {
  /** What a piece may need; the more pieces, the more of the tail is run twice. */
  private static final int PIECE_BYTES = 96 << 20;

  /** A value of the tile, and the piece of it that the network takes. */
  private record Input(Planes tile, ByteBuffer value, Planes piece, ByteBuffer tensor) {
    void fill(int x, int y) {
      tile.copy(value, x, y, piece, tensor, 0, 0, piece.width(), piece.height());
    }
  }

  private final PieceAxis columns;
  private final PieceAxis rows;
  private final int scale;
  private final List<Input> inputs = new ArrayList<>();
  private final Planes result;
  private final Planes pieceResult;
  private final ByteBuffer piece;
  private final OnnxStage stage;

  /**
   * @param values what the tail takes, each as it lies in memory for a whole tile
   */
  NetworkTail(
      OnnxRuntime runtime,
      Path directory,
      ModelStage tail,
      StageTile tile,
      List<Feature> values,
      Precision precision)
      throws OrtException, IOException {
    int side = (int) Math.sqrt((double) PIECE_BYTES / tail.bytesPerPixel());
    this.columns = PieceAxis.of(tile.width(), tail.radius(), side);
    this.rows = PieceAxis.of(tile.height(), tail.radius(), side);
    this.scale = tail.scale();
    this.result = Planes.rgb(tile.width() * scale, tile.height() * scale);
    this.pieceResult = Planes.rgb(columns.length() * scale, rows.length() * scale);
    this.piece = Feature.direct(pieceResult.bytes());
    StageTile size = new StageTile(columns.length(), rows.length());
    this.stage = new OnnxStage(runtime, directory, tail, size, precision);
    for (int i = 0; i < values.size(); i++) {
      Planes whole = values.get(i).shape();
      Planes part = new Planes(whole.count(), size.width(), size.height(), whole.unit());
      Input input = new Input(whole, values.get(i).buffer(), part, Feature.direct(part.bytes()));
      inputs.add(input);
      stage.bindInput(tail.inputs().get(i), part.count(), input.tensor());
    }
    stage.bindOutput(piece);
  }

  /**
   * @param output uint8 {@code [H·scale, W·scale, 3]} of the tile, from its start on
   * @return whether what it gave is finite
   */
  boolean run(ByteBuffer output, TileRun run) throws OrtException {
    boolean finite = true;
    int pieces = rows.count() * columns.count();
    for (int i = 0; i < pieces; i++) {
      Span x = columns.span(i % columns.count());
      Span y = rows.span(i / columns.count());
      inputs.forEach(input -> input.fill(x.readStart(), y.readStart()));
      finite &= stage.run(run);
      pieceResult.copy(
          piece,
          x.offset() * scale,
          y.offset() * scale,
          result,
          output,
          x.start() * scale,
          y.start() * scale,
          x.length() * scale,
          y.length() * scale);
      if (i + 1 < pieces) {
        run.done((i + 1.0) / pieces);
      }
    }
    return finite;
  }

  @Override
  public void close() {
    stage.close();
  }
}
