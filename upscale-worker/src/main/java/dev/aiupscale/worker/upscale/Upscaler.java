package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.image.ResultImage;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.common.tile.TileGrid;
import dev.aiupscale.worker.decode.Picture;
import dev.aiupscale.worker.decode.PictureReader;
import dev.aiupscale.worker.encode.EncodedFile;
import dev.aiupscale.worker.encode.ImageEncoder;
import dev.aiupscale.worker.encode.RowSource;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Enlarges one picture: decode, tiles, reduction, alpha, encode, pulled row by row from the end.
 */
public final class Upscaler {
  private final TileEngines engines;
  private final UpscalerConfig config;

  public Upscaler(TileEngines engines, UpscalerConfig config) {
    this.engines = engines;
    this.config = config;
  }

  /**
   * @throws UpscaleException IMAGE_CORRUPT, MODEL_FAILED, or IMAGE_TOO_LARGE for a WebP that would
   *     not fit this worker
   * @throws CancelledException when {@code cancellation} says so
   */
  public UpscaledImage upscale(
      UpscaleRequest request, ProgressListener progress, Cancellation cancellation) {
    Picture picture = PictureReader.read(request.source(), request.lossless());
    TileGrid grid = TilePlan.of(picture, request, config);
    TileWork work = new TileWork(progress, cancellation);
    try (TileEngine engine =
        engines.open(request.model(), grid.columns().tileLength(), grid.rows().tileLength())) {
      TileRunner runner =
          new TileRunner(engine, grid, new RepeatedTiles(config.repeatedTileBytes()), work);
      ResultRows steps = new ResultRows(picture, request, grid, runner, work);
      RowSource rows = steps.rows();
      ImageEncoder encoder = ResultEncoders.encoder(request, rows, config);
      EncodedFile file = EncodedFile.write(rows, encoder, request.target());
      ResultImage image =
          new ResultImage(
              rows.width(), rows.height(), request.format(), file.bytes(), file.sha256());
      return new UpscaledImage(
          image, Notes.of(request, picture, steps.guard()), work.tiles(), work.skipped());
    } catch (IOException e) {
      throw new UncheckedIOException("the result cannot be written", e);
    }
  }
}
