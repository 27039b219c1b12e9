package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.image.ResultImage;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.common.tile.TileGrid;
import dev.aiupscale.worker.decode.Picture;
import dev.aiupscale.worker.decode.PictureReader;
import dev.aiupscale.worker.encode.EncodedFile;
import dev.aiupscale.worker.encode.PngEncoder;
import dev.aiupscale.worker.encode.RowSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

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
   * @throws UpscaleException IMAGE_CORRUPT or MODEL_FAILED
   * @throws CancelledException when {@code cancellation} says so
   */
  public UpscaledImage upscale(
      UpscaleRequest request, ProgressListener progress, Cancellation cancellation) {
    Picture picture = PictureReader.read(request.source(), request.lossless());
    TileGrid grid = TilePlan.of(picture, request, config);
    TileWork work = new TileWork(progress, cancellation);
    try (TileEngine engine =
        engines.open(request.model(), grid.columns().tileLength(), grid.rows().tileLength())) {
      TileRunner runner = new TileRunner(engine, grid, new FlatTiles(config.flatTileBytes()), work);
      Plane plane = new Plane(picture.width(), picture.height(), 3, picture.rgb());
      work.add(plane, grid);
      RowSource rows = new TiledRows(plane, grid, request.model().scale(), runner);
      EncodedFile file =
          EncodedFile.write(rows, new PngEncoder(request.metadata()), request.target());
      return new UpscaledImage(
          new ResultImage(
              rows.width(), rows.height(), request.format(), file.bytes(), file.sha256()),
          List.of(),
          work.tiles(),
          work.skipped());
    } catch (IOException e) {
      throw new UncheckedIOException("the result cannot be written", e);
    }
  }
}
