package dev.aiupscale.worker.onnx;

import java.nio.ByteBuffer;

/** Tells a black result of a tile that is not black, which must not pass for a result. */
final class TileCheck {
  /** A sample that no sound network turns into black all over a tile. */
  private static final int CLEARLY_LIT = 16;

  private TileCheck() {}

  static boolean isBlackForLit(ByteBuffer input, ByteBuffer output) {
    return brightest(output, 1) == 0 && brightest(input, CLEARLY_LIT) >= CLEARLY_LIT;
  }

  private static int brightest(ByteBuffer samples, int enough) {
    int brightest = 0;
    for (int i = samples.position(); i < samples.limit() && brightest < enough; i++) {
      brightest = Math.max(brightest, samples.get(i) & 0xff);
    }
    return brightest;
  }
}
