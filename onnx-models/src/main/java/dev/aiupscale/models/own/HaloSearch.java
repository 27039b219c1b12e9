package dev.aiupscale.models.own;

import ai.onnxruntime.OrtException;
import dev.aiupscale.models.run.OnnxModel;
import dev.aiupscale.models.run.Pixels;
import java.util.List;
import java.util.OptionalInt;

/** Finds how much picture a tile needs around it: by the graph, held against experiment. */
final class HaloSearch {
  /** All are multiples of 8, so that most models that want multiples get whole tiles. */
  private static final List<Integer> HALOS = List.of(8, 16, 24, 32, 48, 64, 96);

  private static final int LARGEST = HALOS.get(HALOS.size() - 1);
  private static final int SIDE = 224;
  private static final int TILE = 32;
  private static final double BOUND = 1;

  private HaloSearch() {}

  /**
   * @param pixels the least halo within the bound, or the largest that was tried
   * @param errorLevels the largest difference to the whole picture's result, in levels of 255
   * @param reach the farthest that the change of one pixel was seen, and no less than the halo
   */
  record Halo(int pixels, double errorLevels, int reach) {}

  /**
   * @param multiple tiles begin at multiples of it, where the whole picture's own grid is
   * @param graphReach how far the picture has a say by the graph; taken where it is practical and
   *     tiles with it are the whole picture's, sample for sample
   */
  static Halo of(OnnxModel model, int scale, int multiple, OptionalInt graphReach)
      throws OrtException {
    Pixels picture = ProbePicture.of(SIDE, 1);
    Pixels whole = model.upscale(picture);
    int exact = onGrid(graphReach.orElse(Integer.MAX_VALUE / 2), multiple);
    if (exact <= LARGEST && error(model, picture, whole, scale, exact) == 0) {
      return new Halo(exact, 0, exact);
    }
    int reach = reach(model, picture, whole, scale);
    double error = 0;
    for (int halo : HALOS) {
      error = error(model, picture, whole, scale, onGrid(halo, multiple));
      if (error <= BOUND || halo == LARGEST) {
        int pixels = onGrid(halo, multiple);
        return new Halo(pixels, error, Math.max(pixels, reach));
      }
    }
    throw new AssertionError("the last halo ends the search");
  }

  private static int onGrid(int halo, int multiple) {
    return (halo + multiple - 1) / multiple * multiple;
  }

  /** The tile in the middle, taken with a halo, against the same part of the whole. */
  private static double error(OnnxModel model, Pixels picture, Pixels whole, int scale, int halo)
      throws OrtException {
    int from = (SIDE - TILE) / 2 / TILE * TILE;
    int first = Math.max(0, from - halo);
    int last = Math.min(SIDE, from + TILE + halo);
    Pixels tile = model.upscale(picture.part(first, first, last - first, last - first));
    int offset = (from - first) * scale;
    int side = TILE * scale;
    return tile.part(offset, offset, side, side)
        .distance(whole.part(from * scale, from * scale, side, side));
  }

  private static int reach(OnnxModel model, Pixels picture, Pixels before, int scale)
      throws OrtException {
    int middle = SIDE / 2;
    Pixels after = model.upscale(picture.withNegative(middle, middle));
    int farthest = 0;
    for (int y = 0; y < before.height(); y++) {
      for (int x = 0; x < before.width(); x++) {
        int distance = Math.max(Math.abs(x / scale - middle), Math.abs(y / scale - middle));
        if (distance > farthest && before.differsAt(after, x, y)) {
          farthest = distance;
        }
      }
    }
    return farthest;
  }
}
