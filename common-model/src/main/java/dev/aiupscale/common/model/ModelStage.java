package dev.aiupscale.common.model;

import java.util.List;

/**
 * One of the pieces that a network is cut into, so that a picture can go through one after the
 * other. Values between stages are float {@code [1, C, H, W]}; the first stage takes {@code image}
 * and the last gives {@code upscaled}, both as in the whole file.
 *
 * @param file name of the ONNX file in the descriptor's directory
 * @param sha256 of that file
 * @param inputs the values it takes, all of one size: {@link #PICTURE} or outputs of stages before
 * @param output the value it gives; no other stage gives it
 * @param channels of the output
 * @param radius how far, in input pixels, the inputs have a say in the output
 * @param scale how much larger the output is
 * @param gflopPerMegapixel work for each megapixel of input, in 10⁹ floating point operations
 * @param bytesPerPixel memory for each pixel of input while it runs
 */
public record ModelStage(
    String file,
    String sha256,
    List<String> inputs,
    String output,
    int channels,
    int radius,
    int scale,
    double gflopPerMegapixel,
    int bytesPerPixel) {
  /** The value that the first stage takes. */
  public static final String PICTURE = "image";

  /** The value that the last stage gives. */
  public static final String RESULT = "upscaled";

  public ModelStage {
    inputs = List.copyOf(inputs);
    if (inputs.isEmpty() || channels < 1 || radius < 0 || scale < 1 || bytesPerPixel < 1) {
      throw new IllegalArgumentException("stage " + file + " has a value that cannot be");
    }
  }

  public boolean takesPicture() {
    return inputs.contains(PICTURE);
  }

  public boolean givesResult() {
    return output.equals(RESULT);
  }
}
