package dev.aiupscale.benchmarks.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Gives the photo that is measured on, in any size: a generated one, or one that was given. */
public final class Photos {
  private static final long SEED = 20_260_101;

  private final @Nullable BufferedImage given;

  private Photos(@Nullable BufferedImage given) {
    this.given = given;
  }

  public static Photos generated() {
    return new Photos(null);
  }

  /**
   * @throws IllegalArgumentException when the file is not there, or no picture that Java reads
   */
  public static Photos of(Path file) throws IOException {
    BufferedImage image = Files.isReadable(file) ? ImageIO.read(file.toFile()) : null;
    if (image == null) {
      throw new IllegalArgumentException(file + " is not a picture that can be read");
    }
    return new Photos(image);
  }

  /** 8 bit RGB; a photo that was given is drawn in this size, its aspect not kept. */
  public BufferedImage draw(int width, int height) {
    return given == null ? SyntheticPhoto.draw(width, height, SEED) : resized(given, width, height);
  }

  private static BufferedImage resized(BufferedImage image, int width, int height) {
    BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = result.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(image, 0, 0, width, height, null);
    pen.dispose();
    return result;
  }
}
