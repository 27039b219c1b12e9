package dev.aiupscale.cli.report;

/**
 * How people are told.
 *
 * @param rows the terminal's height, for bars
 * @param columns its width
 */
public record Style(Kind kind, int rows, int columns) {
  /** The ways. */
  public enum Kind {
    QUIET,
    LINES,
    BARS
  }

  /**
   * @param rows the height of the terminal that people look at; 0 when it is none
   * @param columns its width; 0 when it is none
   */
  public static Style of(boolean quiet, int rows, int columns) {
    Kind shown = rows == 0 || columns == 0 ? Kind.LINES : Kind.BARS;
    return new Style(quiet ? Kind.QUIET : shown, rows, columns);
  }
}
