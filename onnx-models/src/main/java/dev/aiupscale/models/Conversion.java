package dev.aiupscale.models;

import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.models.catalogue.CatalogueEntry;
import dev.aiupscale.models.network.Cost;
import dev.aiupscale.models.network.Network;
import dev.aiupscale.models.network.ReceptiveField;
import dev.aiupscale.models.network.Stage;
import dev.aiupscale.models.network.Stages;
import dev.aiupscale.models.onnx.OnnxFile;
import dev.aiupscale.models.rewrite.Rewrite;
import java.util.ArrayList;
import java.util.List;

/**
 * A model as it is served: the ONNX file's bytes, its stages' and parts' and what says what they
 * are.
 *
 * @param onnx equal bytes for equal weights, form and {@link #VERSION}
 * @param stages the bytes of each stage's file, in the descriptor's order
 * @param parts the same for the parts
 */
public record Conversion(
    byte[] onnx, ModelDescriptor descriptor, List<byte[]> stages, List<byte[]> parts) {
  /** Changes with every change of the files that come out, so that older ones are made anew. */
  public static final String VERSION = "8";

  /**
   * @throws IllegalArgumentException when the network is not what the catalogue says it is
   */
  static Conversion of(CatalogueEntry entry, Network network, Form form) {
    require(entry, "scale", entry.scale(), network.scale());
    require(entry, "exact halo", entry.exactHalo(), ReceptiveField.radius(network));
    List<String> passes = new ArrayList<>();
    Network rewritten = network;
    for (Rewrite rewrite : form.rewrites()) {
      Network before = rewritten;
      rewritten = rewrite.apply(before);
      if (!rewritten.equals(before)) {
        passes.add(rewrite.name());
      }
    }
    require(entry, "exact halo", entry.exactHalo(), ReceptiveField.radius(rewritten));
    byte[] onnx = OnnxFile.write(rewritten, form.version());
    boolean deep = entry.exactHalo() > ModelDescriptor.LARGEST_PRACTICAL_HALO;
    List<StageConversion> stages =
        cut(deep, entry.name() + ".stage", Stages.shortOnes(rewritten), rewritten, form);
    List<StageConversion> parts =
        cut(deep, entry.name() + ".part", Stages.longParts(rewritten), rewritten, form);
    ModelDescriptor descriptor =
        new ModelDescriptor(
            entry.id(),
            entry.scale(),
            entry.description(),
            entry.architecture(),
            entry.licence(),
            entry.weights().specifier(),
            entry.name() + ".onnx",
            Sha256.of(onnx),
            onnx.length,
            entry.halo(),
            entry.haloErrorLevels(),
            entry.exactHalo(),
            entry.tile(),
            Math.rint(Cost.gflopPerMegapixel(rewritten) * 10) / 10,
            passes,
            stages.stream().map(StageConversion::stage).toList(),
            parts.stream().map(StageConversion::stage).toList(),
            entry.colourDrift());
    return new Conversion(onnx, descriptor, files(stages), files(parts));
  }

  /** Only deep networks are cut: the others need little memory as they are. */
  private static List<StageConversion> cut(
      boolean deep, String name, List<Stage> stages, Network network, Form form) {
    return deep ? StageConversion.all(name, stages, network, form.version()) : List.of();
  }

  private static List<byte[]> files(List<StageConversion> stages) {
    return stages.stream().map(StageConversion::onnx).toList();
  }

  private static void require(CatalogueEntry entry, String what, int said, int found) {
    if (said != found) {
      throw new IllegalArgumentException(
          entry.name()
              + ": the catalogue says "
              + what
              + " "
              + said
              + ", the network has "
              + found);
    }
  }
}
