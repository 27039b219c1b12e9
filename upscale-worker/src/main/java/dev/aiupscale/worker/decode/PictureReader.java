package dev.aiupscale.worker.decode;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import java.io.IOException;
import java.nio.file.Path;

/** Reads the two kinds of picture that the API stores: its own PNG, and a normalised JPEG. */
public final class PictureReader {
  private PictureReader() {}

  /**
   * Decodes row by row into files beside {@code source}, which go when the picture is closed.
   *
   * @param lossless whether {@code source} is a PNG, 8 bit RGB or RGBA; else it is a JPEG that is
   *     upright, sRGB, 8 bit, grey or YCbCr
   * @throws UpscaleException IMAGE_CORRUPT when it is not, or breaks off
   */
  public static Picture read(Path source, boolean lossless) {
    try {
      return lossless ? PngPicture.read(source) : JpegPicture.read(source);
    } catch (IOException | RuntimeException e) {
      throw new UpscaleException(
          ErrorCode.IMAGE_CORRUPT, "The stored picture cannot be decoded.", e);
    }
  }

  static Path beside(Path source, String plane) {
    return source.resolveSibling(source.getFileName() + "." + plane);
  }
}
