package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.plan.PictureTiles;

/**
 * The limits that bound memory whatever the picture is.
 *
 * @param bandBytes of upscaled pixels held, in two rows of tiles, one being computed and one being
 *     encoded; wide pictures get lower and wider tiles to keep to it
 * @param tilePixels largest tile, halo included; the network's memory grows with it
 * @param repeatedTileBytes of results kept for tiles that come again
 * @param webpPixels largest WebP result, since its encoder needs the whole picture
 * @param webpPixelsBesideOthers largest WebP result that is encoded while the next picture is begun
 */
public record UpscalerConfig(
    int bandBytes,
    int tilePixels,
    int repeatedTileBytes,
    long webpPixels,
    long webpPixelsBesideOthers) {

  public static UpscalerConfig defaults() {
    return new UpscalerConfig(
        PictureTiles.BAND_BYTES, 660 * 660, 64 << 20, ResultFormat.WEBP.maxPixels(), 4_000_000);
  }
}
