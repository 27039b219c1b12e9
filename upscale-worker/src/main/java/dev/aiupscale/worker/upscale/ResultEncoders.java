package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.Density;
import dev.aiupscale.common.image.PixelSize;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.worker.encode.ImageEncoder;
import dev.aiupscale.worker.encode.JpegEncoder;
import dev.aiupscale.worker.encode.PngEncoder;
import dev.aiupscale.worker.encode.RowSource;
import dev.aiupscale.worker.encode.WebpEncoder;

/** Chooses the encoder that a request asks for, within the memory that is allowed. */
final class ResultEncoders {
  private ResultEncoders() {}

  /**
   * @param source size of the picture
   */
  static ImageEncoder encoder(
      UpscaleRequest request, PixelSize source, RowSource rows, UpscalerConfig config) {
    long pixels = (long) rows.width() * rows.height();
    BasicMetadata metadata = metadata(request, source);
    return switch (request.format()) {
      case PNG -> new PngEncoder(metadata);
      case JPEG -> new JpegEncoder(request.quality(), metadata);
      case WEBP -> {
        if (pixels > config.webpPixels()) {
          throw new UpscaleException(
              ErrorCode.IMAGE_TOO_LARGE,
              "A WebP result has at most %d pixels here, this one would have %d; ask for png or jpeg."
                  .formatted(config.webpPixels(), pixels));
        }
        yield new WebpEncoder(request.quality(), metadata);
      }
    };
  }

  /** The result is as large on paper as the picture. */
  private static BasicMetadata metadata(UpscaleRequest request, PixelSize source) {
    Density density = request.resultDensity(source);
    return density == null ? request.metadata() : request.metadata().with(density);
  }
}
