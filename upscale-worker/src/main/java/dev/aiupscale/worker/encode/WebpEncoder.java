package dev.aiupscale.worker.encode;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPWrapper;
import com.luciad.imageio.webp.WebPWriteParam;
import dev.aiupscale.common.image.BasicMetadata;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import javax.imageio.ImageWriteParam;

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
    boolean alpha = rows.channels() == 4;
    byte[] file = encoded(rows, param());
    ExtendedWebp.write(
        file, SrgbProfile.bytes(), ExifBlock.of(metadata), rows.width(), rows.height(), alpha, out);
  }

  /** Past the ImageIO plugin, which would copy the picture twice more. */
  private static byte[] encoded(RowSource rows, WebPWriteParam param) {
    int stride = rows.width() * rows.channels();
    byte[] pixels = whole(rows, stride);
    WebPWrapper webp = WebPWrapper.INSTANCE;
    return rows.channels() == 4
        ? webp.encodeRGBA(
            param.getEncoderOptions$webp_imageio(), pixels, rows.width(), rows.height(), stride)
        : webp.encodeRGB(
            param.getEncoderOptions$webp_imageio(), pixels, rows.width(), rows.height(), stride);
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

  private static byte[] whole(RowSource rows, int stride) {
    byte[] pixels = new byte[Math.multiplyExact(stride, rows.height())];
    byte[] row = new byte[stride];
    for (int y = 0; y < rows.height(); y++) {
      rows.next(row);
      System.arraycopy(row, 0, pixels, y * stride, stride);
    }
    return pixels;
  }
}
