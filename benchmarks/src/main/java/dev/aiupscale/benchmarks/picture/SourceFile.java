package dev.aiupscale.benchmarks.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A picture as the API leaves it to the worker: JPEG, or PNG for what came lossless. */
public record SourceFile(Path path, int width, int height) {
  public static SourceFile jpeg(BufferedImage image, Path folder) throws IOException {
    return write(image, folder, "jpg");
  }

  public static SourceFile png(BufferedImage image, Path folder) throws IOException {
    return write(image, folder, "png");
  }

  public long pixels() {
    return (long) width * height;
  }

  private static SourceFile write(BufferedImage image, Path folder, String format)
      throws IOException {
    String name = "source-%dx%d.%s".formatted(image.getWidth(), image.getHeight(), format);
    Path path = folder.resolve(name);
    if (!ImageIO.write(image, format, path.toFile())) {
      throw new IOException("no writer takes " + image);
    }
    return new SourceFile(path, image.getWidth(), image.getHeight());
  }
}
