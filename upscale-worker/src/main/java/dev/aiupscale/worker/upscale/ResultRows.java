package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.image.PixelSize;
import dev.aiupscale.worker.colour.GuardedRows;
import dev.aiupscale.worker.decode.Picture;
import dev.aiupscale.worker.decode.PlaneFile;
import dev.aiupscale.worker.encode.RowSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts the steps from a decoded picture to the rows of its result together. */
final class ResultRows {
  private final Picture picture;
  private final UpscaleRequest request;
  private final Function<Plane, RowSource> network;
  private @Nullable GuardedRows guard;
  private @Nullable Ground ground;

  /**
   * @param network upscales a plane by the model's own factor
   */
  ResultRows(Picture picture, UpscaleRequest request, Function<Plane, RowSource> network) {
    this.picture = picture;
    this.request = request;
    this.network = network;
  }

  RowSource rows() {
    PlaneFile alpha = picture.alpha();
    if (alpha == null) {
      return colour();
    }
    ground = MixedEdges.unmix(picture.width(), picture.height(), picture.rgb(), alpha);
    FaintColours.into(picture.width(), picture.height(), picture.rgb(), alpha);
    Bleed.into(picture.width(), picture.height(), picture.rgb(), alpha);
    RowSource opacity =
        sized(
            new BoundedAlphaRows(
                upscaled(new Plane(picture.width(), picture.height(), 1, alpha)),
                alpha,
                picture.width(),
                picture.height(),
                request.scale()));
    RowSource rgba = new RgbaRows(colour(), opacity);
    return request.format().keepsAlpha() ? rgba : new FlattenedRows(rgba);
  }

  private RowSource colour() {
    RowSource rows = upscaled(new Plane(picture.width(), picture.height(), 3, picture.rgb()));
    if (!request.colorGuard()) {
      return sized(rows);
    }
    boolean isGrey = GreyHeldRows.isGrey(picture);
    guard = new GuardedRows(rows, new PictureRows(picture), request.scale());
    return sized(isGrey ? new GreyHeldRows(guard) : guard);
  }

  /** What watches over the colours, or null when nobody does. */
  @Nullable GuardedRows guard() {
    return guard;
  }

  /** What was taken out of the edges of a cut-out, or null when nothing was. */
  @Nullable Ground ground() {
    return ground;
  }

  private RowSource upscaled(Plane plane) {
    return reduced(network.apply(plane), picture.size().times(request.scale()));
  }

  private RowSource sized(RowSource rows) {
    return reduced(rows, request.resultSize(picture.size()));
  }

  private static RowSource reduced(RowSource rows, PixelSize size) {
    return rows.width() == size.width() && rows.height() == size.height()
        ? rows
        : new ReducedRows(rows, size.width(), size.height());
  }
}
