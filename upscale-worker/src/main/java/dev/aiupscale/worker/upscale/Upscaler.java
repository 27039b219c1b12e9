package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.image.ResultImage;
import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.common.plan.StageMemory;
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
 * Enlarges one picture: decode, tiles or stages, reduction, alpha, encode, pulled row by row from
 * the end.
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
   * @param checkpoints where another attempt may have left a part of the work; not used for what is
   *     led through stages
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
      return request.exact() && request.model().hasStages()
          ? staged(picture, request, target, progress, cancellation)
          : tiled(
              picture,
              request,
              target,
              new TileWork(progress, cancellation, afterNetwork(picture, request, progress)),
              checkpoints);
    } catch (IOException e) {
      throw new UncheckedIOException("the result cannot be written", e);
    }
  }

  /** An encoder that needs the whole picture at once leaves room for no other. */
  private Runnable afterNetwork(
      Picture picture, UpscaleRequest request, ProgressListener progress) {
    long pixels = request.resultSize(picture.size()).pixels();
    boolean isLight =
        request.format() != ResultFormat.WEBP || pixels <= config.webpPixelsBesideOthers();
    return isLight ? progress::networkDone : () -> {};
  }

  private UpscaledImage tiled(
      Picture picture,
      UpscaleRequest request,
      OutputStream target,
      TileWork work,
      Checkpoints checkpoints)
      throws IOException {
    TileGrid grid = TilePlan.of(picture, request, config);
    int scale = request.model().scale();
    try (TileEngine engine =
            engines.open(request.model(), grid.columns().tileLength(), grid.rows().tileLength());
        KeptTiles kept = new KeptTiles(checkpoints, plan(request.model(), grid), work);
        InferenceThread inference = new InferenceThread(work::stop)) {
      RepeatedTiles repeated = new RepeatedTiles(config.repeatedTileBytes());
      TileRunner runner = new TileRunner(engine, grid, scale, repeated, work, kept);
      ResultRows steps =
          new ResultRows(
              picture,
              request,
              plane -> {
                work.add(plane, grid);
                return new TiledRows(plane, grid, scale, runner, inference);
              });
      ResultImage image = write(steps, picture, request, target);
      return new UpscaledImage(
          image, Notes.of(request, picture, steps), work.tiles(), work.skipped());
    }
  }

  private UpscaledImage staged(
      Picture picture,
      UpscaleRequest request,
      OutputStream target,
      ProgressListener progress,
      Cancellation cancellation)
      throws IOException {
    try (StagedPlanes planes =
        new StagedPlanes(
            engines.stages(), request, picture, StageMemory.defaults(), progress, cancellation)) {
      ResultRows steps = new ResultRows(picture, request, planes::rows);
      ResultImage image = write(steps, picture, request, target);
      return new UpscaledImage(image, Notes.of(request, picture, steps), planes.pieces(), 0);
    }
  }

  private ResultImage write(
      ResultRows steps, Picture picture, UpscaleRequest request, OutputStream target)
      throws IOException {
    RowSource rows = steps.rows();
    ImageEncoder encoder = ResultEncoders.encoder(request, picture.size(), rows, config);
    EncodedFile file = EncodedFile.write(rows, encoder, target);
    return new ResultImage(
        rows.width(), rows.height(), request.format(), file.bytes(), file.sha256());
  }

  /** What a tile's result depends on besides the picture. */
  private String plan(ModelDescriptor model, TileGrid grid) {
    String all = engines.engineFingerprint(model) + grid;
    return Sha256.of(all.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
  }
}
