package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.image.ResultImage;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.common.tile.TileGrid;
import dev.aiupscale.worker.decode.Picture;
import dev.aiupscale.worker.decode.PictureReader;
import dev.aiupscale.worker.encode.EncodedFile;
import dev.aiupscale.worker.encode.ImageEncoder;
import dev.aiupscale.worker.encode.RowSource;
import dev.aiupscale.worker.stage.StageMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;

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
    boolean staged = request.exact() && request.model().hasStages();
    try {
      return staged
          ? staged(request, picture, progress, cancellation)
          : tiled(request, picture, new TileWork(progress, cancellation));
    } catch (IOException e) {
      throw new UncheckedIOException("the result cannot be written", e);
    }
  }

  private UpscaledImage tiled(UpscaleRequest request, Picture picture, TileWork work)
      throws IOException {
    TileGrid grid = TilePlan.of(picture, request, config);
    try (TileEngine engine =
        engines.open(request.model(), grid.columns().tileLength(), grid.rows().tileLength())) {
      TileRunner runner = new TileRunner(engine, grid, new FlatTiles(config.flatTileBytes()), work);
      ResultImage image =
          write(
              request,
              picture,
              plane -> {
                work.add(plane, grid);
                return new TiledRows(plane, grid, request.model().scale(), runner);
              });
      return new UpscaledImage(image, Notes.of(request, picture), work.tiles(), work.skipped());
    }
  }

  private UpscaledImage staged(
      UpscaleRequest request, Picture picture, ProgressListener progress, Cancellation cancellation)
      throws IOException {
    try (StagedPlanes planes =
        new StagedPlanes(
            engines, request, picture, StageMemory.defaults(), progress, cancellation)) {
      ResultImage image = write(request, picture, planes::rows);
      return new UpscaledImage(image, Notes.of(request, picture), planes.pieces(), 0);
    }
  }

  private ResultImage write(
      UpscaleRequest request, Picture picture, Function<Plane, RowSource> network)
      throws IOException {
    RowSource rows = new ResultRows(picture, request, network).rows();
    ImageEncoder encoder = ResultEncoders.encoder(request, rows, config);
    EncodedFile file = EncodedFile.write(rows, encoder, request.target());
    return new ResultImage(
        rows.width(), rows.height(), request.format(), file.bytes(), file.sha256());
  }
}
