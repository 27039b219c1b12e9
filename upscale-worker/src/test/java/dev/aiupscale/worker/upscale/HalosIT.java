package dev.aiupscale.worker.upscale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.image.ResultFormat;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the eye sees of a cut-out, laid over white and over black. */
class HalosIT {
  private static final int SIDE = 72;
  private static final double RADIUS = 22;
  private static final double MIST = 6;
  private static final int ORANGE = 0xff8020;
  private static final int ROUNDING = 6;

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"0, 0x000000", "1, 0x000000", "5, 0x000000", "20, 0x000000", "20, 0x00ff00"})
  void coloursThatHardlyAnybodySeesLeaveNoHaloAroundWhatIsSeen(int opacity, String colour)
      throws IOException {
    int hidden = Integer.decode(colour);
    BufferedImage clean = upscaled((x, y) -> alpha(x, y, opacity) << 24 | ORANGE);
    BufferedImage dirty =
        upscaled(
            (x, y) -> {
              int alpha = alpha(x, y, opacity);
              return alpha << 24 | (alpha <= opacity ? hidden : ORANGE);
            });

    for (Color ground : new Color[] {Color.WHITE, Color.BLACK}) {
      // What stands in the source itself of the other colour may be seen, no more.
      assertThat(farthest(over(clean, ground), over(dirty, ground)))
          .as("over %s", ground)
          .isLessThanOrEqualTo(opacity * 5 / 4 + ROUNDING);
    }
  }

  /** A disc with a soft edge, a faint ring around it, and nothing. */
  private static int alpha(int x, int y, int faint) {
    double distance = Math.hypot(x - SIDE / 2.0 + .5, y - SIDE / 2.0 + .5);
    int disc = (int) Math.round(255 * Math.max(0, Math.min(1, RADIUS + .5 - distance)));
    return Math.max(disc, distance < RADIUS + MIST ? faint : 0);
  }

  private BufferedImage upscaled(IntBinaryOperator argb) throws IOException {
    try (Upscaling upscaling = new Upscaling(Models.DIRECTORY, directory)) {
      Path png = upscaling.png(Pictures.of(SIDE, SIDE, argb));
      upscaling.run(upscaling.request(png, Models.require("esrgan-slim", 2), 2, ResultFormat.PNG));
      return Pictures.read(upscaling.target);
    }
  }

  private static BufferedImage over(BufferedImage picture, Color ground) {
    BufferedImage flat =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = flat.createGraphics();
    graphics.drawImage(picture, 0, 0, ground, null);
    graphics.dispose();
    return flat;
  }

  private static int farthest(BufferedImage a, BufferedImage b) {
    byte[] first = Pictures.rgb(a);
    byte[] second = Pictures.rgb(b);
    int farthest = 0;
    for (int i = 0; i < first.length; i++) {
      farthest = Math.max(farthest, Math.abs((first[i] & 0xff) - (second[i] & 0xff)));
    }
    return farthest;
  }
}
