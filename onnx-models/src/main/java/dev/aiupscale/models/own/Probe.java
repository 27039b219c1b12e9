package dev.aiupscale.models.own;

import ai.onnxruntime.OrtException;
import dev.aiupscale.models.onnx.ForeignModel;
import dev.aiupscale.models.run.OnnxModel;
import dev.aiupscale.models.run.Pixels;
import java.util.List;

/**
 * What a model turned out to be when it was run.
 *
 * @param onnx the file that keeps the product's contract
 * @param scale by which it enlarges
 * @param multiple that sides are filled up to
 * @param halo the graph's reach where that is practical, else the least of those that were tried
 *     with which tiles were at most a level off
 * @param haloErrorLevels how far they were off, in levels of 255
 * @param reach how far the change of one pixel was seen, in pixels of the picture
 * @param gflopPerMegapixel the convolutions' work for 10⁶ pixels, a multiply-add counted as two
 */
public record Probe(
    byte[] onnx,
    int scale,
    int multiple,
    int halo,
    double haloErrorLevels,
    int reach,
    double gflopPerMegapixel) {
  private static final List<Integer> MULTIPLES = List.of(1, 2, 4, 8, 16, 32, 64);

  /** A multiple of all of them. */
  private static final int EVEN_SIDE = 64;

  private static final int ODD_WIDTH = 61;
  private static final int ODD_HEIGHT = 67;
  private static final int LEAST_SCALE = 2;
  private static final int LARGEST_SCALE = 16;

  /**
   * @throws IllegalArgumentException saying what does not fit
   */
  public static Probe of(ForeignModel model, String producerVersion) throws OrtException {
    int scale = scale(model.wrapped(1, 1, producerVersion));
    for (int multiple : MULTIPLES) {
      byte[] wrapped = model.wrapped(multiple, scale, producerVersion);
      if (takesAnySize(wrapped, scale)) {
        return measured(wrapped, scale, multiple, model);
      }
    }
    throw new IllegalArgumentException(
        "it works for %1$d×%1$d pixels, but not for %2$d×%3$d; export it with free sides"
            .formatted(EVEN_SIDE, ODD_WIDTH, ODD_HEIGHT));
  }

  private static int scale(byte[] wrapped) throws OrtException {
    Pixels noise = Pixels.random(EVEN_SIDE, EVEN_SIDE, 1);
    Pixels result;
    try (OnnxModel model = new OnnxModel(wrapped)) {
      result = model.upscale(noise);
    } catch (OrtException e) {
      throw new IllegalArgumentException("ONNX Runtime cannot run it: " + e.getMessage(), e);
    }
    int scale = result.width() / EVEN_SIDE;
    if (scale < LEAST_SCALE
        || scale > LARGEST_SCALE
        || result.width() != scale * EVEN_SIDE
        || result.height() != scale * EVEN_SIDE) {
      throw new IllegalArgumentException(
          "it makes %d×%d of %d×%d pixels; an upscaler enlarges both sides %d to %d times"
              .formatted(
                  result.width(),
                  result.height(),
                  EVEN_SIDE,
                  EVEN_SIDE,
                  LEAST_SCALE,
                  LARGEST_SCALE));
    }
    if (result.isBlack()) {
      throw new IllegalArgumentException("its result is black, or no numbers (NaN)");
    }
    return scale;
  }

  private static boolean takesAnySize(byte[] wrapped, int scale) {
    try (OnnxModel model = new OnnxModel(wrapped)) {
      Pixels result = model.upscale(Pixels.random(ODD_WIDTH, ODD_HEIGHT, 1));
      return result.width() == ODD_WIDTH * scale && result.height() == ODD_HEIGHT * scale;
    } catch (OrtException e) {
      return false;
    }
  }

  private static Probe measured(byte[] wrapped, int scale, int multiple, ForeignModel model)
      throws OrtException {
    double gflop = gflopPerMegapixel(wrapped, model);
    try (OnnxModel loaded = new OnnxModel(wrapped)) {
      HaloSearch.Halo halo = HaloSearch.of(loaded, scale, multiple, model.reach());
      return new Probe(
          wrapped, scale, multiple, halo.pixels(), halo.errorLevels(), halo.reach(), gflop);
    }
  }

  /** Counted from the sizes that the convolutions' results have at work. */
  private static double gflopPerMegapixel(byte[] wrapped, ForeignModel model) throws OrtException {
    List<ForeignModel.Multiplications> convolutions = model.convolutions();
    List<String> names =
        convolutions.stream().map(ForeignModel.Multiplications::value).distinct().toList();
    if (names.isEmpty()) {
      return 0;
    }
    try (OnnxModel open = new OnnxModel(ForeignModel.alsoGiving(wrapped, names))) {
      var pixels = open.pixelsOf(Pixels.random(EVEN_SIDE, EVEN_SIDE, 1), names);
      double flop =
          convolutions.stream()
              .mapToDouble(one -> 2.0 * one.perPixel() * pixels.getOrDefault(one.value(), 0L))
              .sum();
      return flop / (EVEN_SIDE * EVEN_SIDE) / 1000;
    }
  }
}
