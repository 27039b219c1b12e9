package dev.aiupscale.benchmarks.measure;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Java's own writers, which the worker's encoders are measured against. */
final class JdkEncoder {
  private JdkEncoder() {}

  static void png(BufferedImage image, OutputStream out) throws IOException {
    write(image, out, "png", -1);
  }

  /**
   * @param quality 1 to 100
   */
  static void jpeg(BufferedImage image, int quality, OutputStream out) throws IOException {
    write(image, out, "jpeg", quality);
  }

  private static void write(BufferedImage image, OutputStream out, String format, int quality)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      if (quality > 0) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality / 100f);
      }
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
  }
}
