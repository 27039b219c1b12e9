package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.image.Density;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.worker.colour.GuardedRows;
import dev.aiupscale.worker.decode.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in sentences what an upscaling does to a picture beyond the model itself. */
final class Notes {
  private Notes() {}

  static List<String> of(UpscaleRequest request, Picture picture, ResultRows steps) {
    GuardedRows guard = steps.guard();
    Ground ground = steps.ground();
    ModelDescriptor model = request.model();
    List<String> notes = new ArrayList<>();
    if (!request.exact() && model.haloErrorLevels() > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "model '%s' ran with a halo of %d px: at most %.1f levels off the exact result",
              model.id(),
              model.halo(),
              model.haloErrorLevels()));
    }
    if (model.scale() != request.scale()) {
      notes.add("made at ×%d and reduced to ×%d".formatted(model.scale(), request.scale()));
    }
    if (request.size() != null) {
      notes.add("made at ×%d and reduced to %s".formatted(model.scale(), request.size()));
    }
    if (guard != null && guard.strongest() > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "colours of model '%s' brought back to the picture's in %.0f %% of it, by up to"
                  + " %.0f levels of 255",
              model.id(),
              Math.ceil(100 * guard.correctedShare()),
              guard.strongest()));
    }
    if (ground != null) {
      notes.add("the %s that the edges were mixed with taken out of them".formatted(ground.word()));
    }
    if (picture.alpha() != null && !request.format().keepsAlpha()) {
      notes.add("alpha flattened over white");
    }
    Density density = request.metadata().density();
    Density scaled = request.resultDensity(picture.size());
    if (density != null && scaled != null) {
      notes.add("%s dpi scaled to %s".formatted(dpi(density), dpi(scaled)));
    }
    return notes;
  }

  private static String dpi(Density density) {
    String across = Long.toString(Math.round(density.x()));
    String down = Long.toString(Math.round(density.y()));
    return across.equals(down) ? across : across + " × " + down;
  }
}
