package dev.aiupscale.models.own;

import ai.onnxruntime.OrtException;
import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.models.Conversion;
import dev.aiupscale.models.ModelsException;
import dev.aiupscale.models.onnx.ForeignModel;
import java.util.List;
import java.util.Locale;

/** Describes a file that somebody brought as the services need it. */
public final class OwnModel {
  /** Its memory is not known: so small that a deep network stays below a gigabyte. */
  private static final int TILE = 256;

  private static final int LEAST_CORE = 64;

  private OwnModel() {}

  /**
   * @param name of the file, for people
   * @throws ModelsException saying why the file does not fit
   */
  public static Conversion of(
      byte[] file, String name, String id, String licence, String description) throws OrtException {
    try {
      Probe probe = Probe.of(ForeignModel.read(file), Conversion.VERSION);
      return new Conversion(
          probe.onnx(), descriptor(probe, name, id, licence, description), List.of(), List.of());
    } catch (IllegalArgumentException e) {
      throw new ModelsException(name + " was not added: " + e.getMessage(), e);
    }
  }

  private static ModelDescriptor descriptor(
      Probe probe, String name, String id, String licence, String description) {
    int core = Math.max(LEAST_CORE, TILE - 2 * probe.halo());
    return new ModelDescriptor(
        id,
        probe.scale(),
        description,
        "given as " + name,
        licence,
        name,
        id + "-x" + probe.scale() + ".onnx",
        Sha256.of(probe.onnx()),
        probe.onnx().length,
        probe.halo(),
        probe.haloErrorLevels(),
        probe.reach(),
        core + 2 * probe.halo(),
        Math.rint(probe.gflopPerMegapixel() * 10) / 10,
        List.of(),
        null);
  }

  /** What was found, in one line for people. */
  public static String told(ModelDescriptor model) {
    return String.format(
        Locale.ROOT,
        "%s ×%d: halo %d px (%.0f levels off at most), %.0f GFLOP a megapixel",
        model.id(),
        model.scale(),
        model.halo(),
        model.haloErrorLevels(),
        model.gflopPerMegapixel());
  }
}
