package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.tile.TileGrid;
import dev.aiupscale.worker.colour.GuardedRows;
import dev.aiupscale.worker.decode.Picture;
import dev.aiupscale.worker.decode.PlaneFile;
import dev.aiupscale.worker.encode.RowSource;
import org.jspecify.annotations.Nullable;

/** Puts the steps from a decoded picture to the rows of its result together. */
final class ResultRows {
  private final Picture picture;
  private final UpscaleRequest request;
  private final TileGrid grid;
  private final TileRunner runner;
  private final TileWork work;
  private final InferenceThread inference;
  private @Nullable GuardedRows guard;

  ResultRows(
      Picture picture,
      UpscaleRequest request,
      TileGrid grid,
      TileRunner runner,
      TileWork work,
      InferenceThread inference) {
    this.picture = picture;
    this.request = request;
    this.grid = grid;
    this.runner = runner;
    this.work = work;
    this.inference = inference;
  }

  RowSource rows() {
    PlaneFile alpha = picture.alpha();
    if (alpha == null) {
      return colour();
    }
    Bleed.into(picture.width(), picture.height(), picture.rgb(), alpha);
    RowSource opacity =
        new PinnedAlphaRows(
            upscaled(new Plane(picture.width(), picture.height(), 1, alpha)),
            alpha,
            picture.width(),
            picture.height(),
            request.scale());
    RowSource rgba = new RgbaRows(colour(), opacity);
    return request.format().keepsAlpha() ? rgba : new FlattenedRows(rgba);
  }

  private RowSource colour() {
    RowSource rows = upscaled(new Plane(picture.width(), picture.height(), 3, picture.rgb()));
    if (!request.colorGuard()) {
      return rows;
    }
    guard = new GuardedRows(rows, new PictureRows(picture), request.scale());
    return guard;
  }

  /** What watches over the colours, or null when nobody does. */
  @Nullable GuardedRows guard() {
    return guard;
  }

  private RowSource upscaled(Plane plane) {
    work.add(plane, grid);
    RowSource rows = new TiledRows(plane, grid, request.model().scale(), runner, inference);
    return request.scale() == request.model().scale()
        ? rows
        : new ReducedRows(rows, plane.width() * request.scale(), plane.height() * request.scale());
  }
}
