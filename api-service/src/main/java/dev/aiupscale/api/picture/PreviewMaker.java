package dev.aiupscale.api.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.imgscalr.Scalr;

/**
 * Makes a small JPEG of a large picture. The picture is read with subsampling, so that no more than
 * about four times the preview's pixels are ever held.
 */
final class PreviewMaker {
  private static final float QUALITY = 0.85f;

  private PreviewMaker() {}

  /**
   * @param width of the preview in pixels; a narrower picture keeps its size
   * @throws IOException when the picture cannot be read
   */
  static byte[] jpeg(InputStream picture, int width) throws IOException {
    BufferedImage read = readNear(picture, width);
    BufferedImage opaque = overWhite(read);
    BufferedImage sized =
        opaque.getWidth() <= width
            ? opaque
            : Scalr.resize(opaque, Scalr.Method.QUALITY, Scalr.Mode.FIT_TO_WIDTH, width, 1);
    return write(overWhite(sized));
  }

  private static BufferedImage readNear(InputStream picture, int width) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(picture)) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("no reader for the picture");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        int step = Math.max(1, reader.getWidth(0) / (2 * width));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
      } finally {
        reader.dispose();
      }
    }
  }

  private static BufferedImage overWhite(BufferedImage picture) {
    if (picture.getType() == BufferedImage.TYPE_INT_RGB) {
      return picture;
    }
    BufferedImage rgb =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    var canvas = rgb.createGraphics();
    canvas.drawImage(picture, 0, 0, Color.WHITE, null);
    canvas.dispose();
    return rgb;
  }

  private static byte[] write(BufferedImage picture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.write(null, new IIOImage(picture, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
