package dev.aiupscale.worker.colour;

import dev.aiupscale.worker.encode.RowSource;
import java.util.Arrays;

/**
 * The rows of a result with the source's colours in all that is larger than some pixels, whatever
 * the network did to them. Held at once are the rows of the few cells that a row's colour depends
 * on, never the picture.
 */
public final class GuardedRows implements RowSource {
  private static final int CELL_HEIGHT = 16;

  /** Cells get lower in wide pictures, so that the rows held stay about within this. */
  private static final int HELD_BYTES = 24 << 20;

  private static final int CELL_ROWS_HELD = 3;

  private final RowSource upscaled;
  private final SourceWindow source;
  private final int scale;
  private final int cellHeight;
  private final int cellRows;
  private final float[] evenness;
  private final int[] boxes;
  private final byte[][] held;
  private final CellRow[] cells = new CellRow[CELL_ROWS_HELD];
  private final Correction[] corrections = new Correction[2];
  private final CorrectedRow corrected;
  private int cellRowsRead;
  private int correctionsMade;
  private int y;
  private long cellsCorrected;
  private double strongest;

  /**
   * @param upscaled RGB, {@code scale} times as large as {@code source}
   * @param source RGB, the picture that the network saw
   */
  public GuardedRows(RowSource upscaled, RowSource source, int scale) {
    this.upscaled = upscaled;
    this.source = new SourceWindow(source);
    this.scale = scale;
    long rowOfCells = 3L * upscaled.width() * scale * CELL_ROWS_HELD;
    this.cellHeight = (int) Math.max(1, Math.min(CELL_HEIGHT, HELD_BYTES / rowOfCells));
    this.cellRows = (source.height() + cellHeight - 1) / cellHeight;
    this.evenness = new float[source.width()];
    this.boxes = new int[source.width() * 3];
    int rows = Math.min(CELL_ROWS_HELD * cellHeight * scale, upscaled.height());
    this.held = new byte[rows][upscaled.width() * 3];
    this.corrected = new CorrectedRow(source.width(), new CellRow(source.width()).cells(), scale);
  }

  @Override
  public int width() {
    return upscaled.width();
  }

  @Override
  public int height() {
    return upscaled.height();
  }

  @Override
  public int channels() {
    return 3;
  }

  @Override
  public void next(byte[] row) {
    CellPosition position = CellPosition.of(y, scale, cellHeight, cellRows);
    while (correctionsMade <= position.second()) {
      makeCorrection();
    }
    System.arraycopy(held[y % held.length], 0, row, 0, width() * 3);
    corrected.apply(
        row,
        corrections[position.first() % 2],
        corrections[position.second() % 2],
        position.shareOfSecond());
    y++;
  }

  /** The share of the picture's cells that were corrected so far, 0 to 1. */
  public double correctedShare() {
    return (double) cellsCorrected / ((long) cellRows * corrected.cells());
  }

  /** The largest drift that was corrected so far, in levels of 255; 0 when there was none. */
  public double strongest() {
    return strongest;
  }

  private void makeCorrection() {
    int made = correctionsMade++;
    int below = Math.min(cellRows - 1, made + 1);
    while (cellRowsRead <= below) {
      readCellRow();
    }
    Correction correction =
        Correction.of(
            cells[Math.max(0, made - 1) % CELL_ROWS_HELD],
            cells[made % CELL_ROWS_HELD],
            cells[below % CELL_ROWS_HELD]);
    cellsCorrected += correction.corrected();
    strongest = Math.max(strongest, correction.strongest());
    corrections[made % 2] = correction;
  }

  private void readCellRow() {
    CellRow row = new CellRow(source.width());
    int start = cellRowsRead * cellHeight;
    int end = Math.min(source.height(), start + cellHeight);
    for (int sourceY = start; sourceY < end; sourceY++) {
      byte[] colours = source.next(evenness);
      Arrays.fill(boxes, 0);
      for (int i = 0; i < scale; i++) {
        byte[] made = held[(sourceY * scale + i) % held.length];
        upscaled.next(made);
        addToBoxes(made);
      }
      row.add(evenness, colours, boxes, scale * scale);
    }
    cells[cellRowsRead % CELL_ROWS_HELD] = row;
    cellRowsRead++;
  }

  private void addToBoxes(byte[] row) {
    int from = 0;
    for (int box = 0; box < boxes.length; box += 3) {
      for (int i = 0; i < scale; i++, from += 3) {
        boxes[box] += row[from] & 0xff;
        boxes[box + 1] += row[from + 1] & 0xff;
        boxes[box + 2] += row[from + 2] & 0xff;
      }
    }
  }
}
