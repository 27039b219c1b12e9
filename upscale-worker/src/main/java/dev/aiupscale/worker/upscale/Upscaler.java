package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.image.ResultImage;
import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.common.tile.TileGrid;
import dev.aiupscale.worker.decode.Picture;
import dev.aiupscale.worker.decode.PictureReader;
import dev.aiupscale.worker.encode.EncodedFile;
import dev.aiupscale.worker.encode.ImageEncoder;
import dev.aiupscale.worker.encode.RowSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

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
   * @param target gets the result as it is made, and is not closed
   * @param checkpoints where another attempt may have left a part of the work
   * @throws UpscaleException IMAGE_CORRUPT, MODEL_FAILED, or IMAGE_TOO_LARGE for a WebP that would
   *     not fit this worker
   * @throws CancelledException when {@code cancellation} says so
   */
  public UpscaledImage upscale(
      UpscaleRequest request,
      OutputStream target,
      ProgressListener progress,
      Cancellation cancellation,
      Checkpoints checkpoints) {
    try (Picture picture = PictureReader.read(request.source(), request.lossless())) {
      TileWork work = new TileWork(progress, cancellation);
      return upscale(picture, request, target, work, checkpoints);
    } catch (IOException e) {
      throw new UncheckedIOException("the result cannot be written", e);
    }
  }

  private UpscaledImage upscale(
      Picture picture,
      UpscaleRequest request,
      OutputStream target,
      TileWork work,
      Checkpoints checkpoints)
      throws IOException {
    TileGrid grid = TilePlan.of(picture, request, config);
    try (TileEngine engine =
            engines.open(request.model(), grid.columns().tileLength(), grid.rows().tileLength());
        KeptTiles kept = new KeptTiles(checkpoints, plan(request.model(), grid), work);
        InferenceThread inference = new InferenceThread()) {
      RepeatedTiles repeated = new RepeatedTiles(config.repeatedTileBytes());
      TileRunner runner =
          new TileRunner(engine, grid, request.model().scale(), repeated, work, kept);
      ResultRows steps = new ResultRows(picture, request, grid, runner, work, inference);
      RowSource rows = steps.rows();
      ImageEncoder encoder = ResultEncoders.encoder(request, rows, config);
      EncodedFile file = EncodedFile.write(rows, encoder, target);
      ResultImage image =
          new ResultImage(
              rows.width(), rows.height(), request.format(), file.bytes(), file.sha256());
      return new UpscaledImage(
          image, Notes.of(request, picture, steps.guard()), work.tiles(), work.skipped());
    }
  }

  /** What a tile's result depends on besides the picture. */
  private String plan(ModelDescriptor model, TileGrid grid) {
    String all = engines.engineFingerprint(model) + grid;
    return Sha256.of(all.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
  }
}
