package dev.aiupscale.worker.upscale;

import dev.aiupscale.worker.decode.Picture;
import dev.aiupscale.worker.encode.RowSource;
import java.util.function.Function;

/** Puts the steps from a decoded picture to the rows of its result together. */
final class ResultRows {
  private final Picture picture;
  private final UpscaleRequest request;
  private final Function<Plane, RowSource> network;

  /**
   * @param network upscales a plane by the model's own factor
   */
  ResultRows(Picture picture, UpscaleRequest request, Function<Plane, RowSource> network) {
    this.picture = picture;
    this.request = request;
    this.network = network;
  }

  RowSource rows() {
    byte[] alpha = picture.alpha();
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
    return upscaled(new Plane(picture.width(), picture.height(), 3, picture.rgb()));
  }

  private RowSource upscaled(Plane plane) {
    RowSource rows = network.apply(plane);
    return request.scale() == request.model().scale()
        ? rows
        : new ReducedRows(rows, plane.width() * request.scale(), plane.height() * request.scale());
  }
}
