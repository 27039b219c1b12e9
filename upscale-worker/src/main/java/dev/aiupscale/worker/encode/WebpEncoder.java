package dev.aiupscale.worker.encode;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import dev.aiupscale.common.image.BasicMetadata;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Writes WebP by libwebp, which needs the whole picture: the caller bounds its size. */
public final class WebpEncoder implements ImageEncoder {
  private static final int LOSSLESS = 100;

  private final int quality;
  private final BasicMetadata metadata;

  /**
   * @param quality 1 to 99 lossy, 100 lossless
   */
  public WebpEncoder(int quality, BasicMetadata metadata) {
    this.quality = quality;
    this.metadata = metadata;
  }

  @Override
  public void encode(RowSource rows, OutputStream out) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageWriter writer = new WebPImageWriterSpi().createWriterInstance(null);
    try (ImageOutputStream stream = new PassingImageOutputStream(file)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(whole(rows), null, null), param());
    } finally {
      writer.dispose();
    }
    byte[] exif = ExifBlock.of(metadata);
    boolean alpha = rows.channels() == 4;
    WebpExif.write(file.toByteArray(), exif, rows.width(), rows.height(), alpha, out);
  }

  private WebPWriteParam param() {
    WebPWriteParam param = new WebPWriteParam(Locale.ROOT);
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    if (quality == LOSSLESS) {
      param.setCompressionType(CompressionType.Lossless);
      // Colours under full transparency are part of the picture too.
      param.setExact(true);
    } else {
      param.setCompressionType(CompressionType.Lossy);
      param.setCompressionQuality(quality / 100f);
    }
    return param;
  }

  private static BufferedImage whole(RowSource rows) {
    boolean alpha = rows.channels() == 4;
    BufferedImage image =
        new BufferedImage(
            rows.width(),
            rows.height(),
            alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    byte[] row = new byte[rows.width() * rows.channels()];
    for (int i = 0; i < pixels.length; ) {
      rows.next(row);
      for (int from = 0; from < row.length; from += rows.channels()) {
        int opacity = alpha ? row[from + 3] & 0xff : 255;
        pixels[i++] =
            (opacity << 24)
                | ((row[from] & 0xff) << 16)
                | ((row[from + 1] & 0xff) << 8)
                | (row[from + 2] & 0xff);
      }
    }
    return image;
  }
}
