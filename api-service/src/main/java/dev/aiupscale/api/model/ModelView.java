package dev.aiupscale.api.model;

import dev.aiupscale.common.model.ModelCatalogue;
import dev.aiupscale.common.model.ModelDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A model as clients see it.
 *
 * @param scales the upscale factors that can be asked for
 * @param nativeScales those that the model makes itself; the others are reductions of a larger one
 * @param colourDrift what the colour guard has to undo, by native scale where it was measured
 * @param cost of each megapixel of input, by native scale
 * @param passes the rewrites that made the model faster at conversion, by native scale
 */
public record ModelView(
    String id,
    List<Integer> scales,
    List<Integer> nativeScales,
    String description,
    String architecture,
    String licence,
    String source,
    List<Cost> cost,
    List<Drift> colourDrift,
    List<Passes> passes) {

  /**
   * What one file of the model costs.
   *
   * @param secondsPerMegapixel of one worker here, as lately measured
   */
  public record Cost(int scale, double gflopPerMegapixel, double secondsPerMegapixel) {}

  /** Names of the rewrites that one file was made with, in the order in which they were applied. */
  public record Passes(int scale, List<String> names) {}

  /** How far one file's own colours are off, in levels of 255. */
  public record Drift(int scale, double photo, double chart) {
    static Optional<Drift> of(ModelDescriptor file) {
      return Optional.ofNullable(file.colourDrift())
          .map(drift -> new Drift(file.scale(), drift.photo(), drift.chart()));
    }
  }

  static ModelView of(String id, ModelCatalogue models, ToDoubleFunction<ModelDescriptor> seconds) {
    List<ModelDescriptor> files = models.files(id);
    ModelDescriptor first = files.get(0);
    return new ModelView(
        id,
        models.reachableScales(id),
        models.nativeScales(id),
        first.description(),
        first.architecture(),
        first.licence(),
        first.source(),
        files.stream()
            .map(f -> new Cost(f.scale(), f.gflopPerMegapixel(), seconds.applyAsDouble(f)))
            .toList(),
        files.stream().flatMap(file -> Drift.of(file).stream()).toList(),
        files.stream().map(file -> new Passes(file.scale(), file.passes())).toList());
  }
}
