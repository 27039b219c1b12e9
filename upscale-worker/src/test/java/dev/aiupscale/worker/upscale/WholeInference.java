package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.common.tile.Mirror;
import java.nio.ByteBuffer;

/** What tiles are measured by: one inference of the whole picture, mirrored by the halo. */
final class WholeInference {
  private WholeInference() {}

  /** Packed RGB of the upscaled picture, without the mirrored border. */
  static byte[] of(TileEngines engines, ModelDescriptor model, byte[] rgb, int width, int height) {
    int halo = model.exactHalo();
    int wide = width + 2 * halo;
    int tall = height + 2 * halo;
    try (TileEngine engine = engines.open(model, wide, tall)) {
      ByteBuffer input = engine.input();
      for (int y = 0; y < tall; y++) {
        for (int x = 0; x < wide; x++) {
          int from = (new Mirror(height).at(y - halo) * width + new Mirror(width).at(x - halo)) * 3;
          input.put((y * wide + x) * 3, rgb, from, 3);
        }
      }
      engine.run();
      int scale = model.scale();
      byte[] upscaled = new byte[width * height * scale * scale * 3];
      int row = width * scale * 3;
      for (int y = 0; y < height * scale; y++) {
        int from = ((y + halo * scale) * wide + halo) * scale * 3;
        engine.output().get(from, upscaled, y * row, row);
      }
      return upscaled;
    }
  }
}
