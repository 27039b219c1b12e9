package dev.aiupscale.e2e;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The pictures that the publishers of the weights ship beside them. */
final class Oracle {
  private Oracle() {}

  static byte[] fixture() throws IOException {
    return file("package/assets/fixture.png");
  }

  static BufferedImage sample2x() throws IOException {
    return ImageIO.read(new ByteArrayInputStream(file("package/assets/samples/2x/result.png")));
  }

  /** The largest difference of any channel, leaving out {@code border} pixels on every side. */
  static int distanceInside(BufferedImage a, BufferedImage b, int border) {
    int worst = 0;
    for (int y = border; y < a.getHeight() - border; y++) {
      for (int x = border; x < a.getWidth() - border; x++) {
        for (int shift = 0; shift <= 16; shift += 8) {
          int difference = (a.getRGB(x, y) >> shift & 255) - (b.getRGB(x, y) >> shift & 255);
          worst = Math.max(worst, Math.abs(difference));
        }
      }
    }
    return worst;
  }

  private static byte[] file(String name) throws IOException {
    try (InputStream in = Files.newInputStream(archive());
        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(in))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return tar.readAllBytes();
        }
      }
    }
    throw new IOException("not in the package: " + name);
  }

  private static Path archive() throws IOException {
    Path packages = Path.of(System.getProperty("models.dir")).resolveSibling("packages");
    try (Stream<Path> files = Files.list(packages)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("upscalerjs-esrgan-slim"))
          .findFirst()
          .orElseThrow(() -> new IOException("fetch the models first: ./test or ./run"));
    }
  }
}
