package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.colour.Model;
import dev.aiupscale.api.image.header.ImageHeader;
import dev.aiupscale.api.image.header.Refusal;
import dev.aiupscale.api.image.header.UploadBytes;
import dev.aiupscale.api.image.header.WebpChunks;
import dev.aiupscale.api.image.header.WebpChunks.Span;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes WebP with libwebp, which is only given the first picture itself: profiles, metadata and
 * further frames never reach it.
 */
final class WebpDecoder implements Decoder {
  @Override
  public Picture decode(UploadBytes file, ImageHeader header, Deadline deadline)
      throws IOException {
    WebpChunks chunks = WebpChunks.scan(file);
    BufferedImage frame = read(WebpStill.of(file, chunks), deadline);
    Span animation = chunks.find("ANMF");
    int left = animation == null ? 0 : 2 * file.u24le(animation.at());
    int top = animation == null ? 0 : 2 * file.u24le(animation.at() + 3);
    int width = (int) header.width();
    int height = (int) header.height();
    boolean covered = frame.getWidth() == width && frame.getHeight() == height;
    boolean alpha = !covered || frame.getColorModel().hasAlpha();
    Picture picture = new Picture(width, height, alpha ? Model.RGBA : Model.RGB);
    for (int y = 0; y < frame.getHeight(); y++) {
      paint(frame, y, picture, picture.at(left, top + y));
    }
    return picture;
  }

  private static BufferedImage read(byte[] still, Deadline deadline) throws IOException {
    ImageReader reader = reader();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(still))) {
      reader.setInput(in);
      return deadline.watch(reader, () -> reader.read(0));
    } catch (OutOfMemoryError e) {
      // The wrapper says so of some damaged files too, but only Java's own error has a message.
      if (e.getMessage() != null) {
        throw e;
      }
      throw Refusal.corrupt("The WebP file is damaged.", e);
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader reader() {
    var readers = ImageIO.getImageReadersByMIMEType("image/webp");
    if (!readers.hasNext()) {
      throw new UncheckedIOException(new IOException("the WebP reader is not installed"));
    }
    return readers.next();
  }

  private static void paint(BufferedImage frame, int y, Picture picture, int start) {
    int[] row = frame.getRGB(0, y, frame.getWidth(), 1, null, 0, frame.getWidth());
    byte[] samples = picture.samples();
    int at = start;
    for (int argb : row) {
      samples[at] = (byte) (argb >> 16);
      samples[at + 1] = (byte) (argb >> 8);
      samples[at + 2] = (byte) argb;
      if (picture.model().hasAlpha()) {
        samples[at + 3] = (byte) (argb >>> 24);
      }
      at += picture.model().channels();
    }
  }
}
