package dev.aiupscale.worker.encode;

/** Gives the rows of a picture once, from top to bottom; whoever pulls them drives the work. */
public interface RowSource {
  int width();

  int height();

  /** Bytes a pixel: 1 alpha, 3 RGB, 4 RGBA. */
  int channels();

  /**
   * Writes the next row to the start of {@code row}, which holds at least {@code width · channels}
   * bytes.
   */
  void next(byte[] row);
}
