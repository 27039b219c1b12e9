package dev.aiupscale.api.image.write;

/** A picture that is handed out a row at a time, interleaved 8 bit sRGB. */
public interface Rows {
  int width();

  int height();

  /** 3 for RGB, 4 for RGBA. */
  int channels();

  /** Fills {@code row} with row {@code y}: {@code width × channels} bytes. */
  void read(int y, byte[] row);
}
