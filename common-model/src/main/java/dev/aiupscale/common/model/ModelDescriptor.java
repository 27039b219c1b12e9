package dev.aiupscale.common.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what an ONNX file beside it is. The file takes {@code image}: uint8 {@code [1, H, W, 3]} RGB
 * and gives {@code upscaled}: uint8 {@code [1, H·scale, W·scale, 3]} RGB.
 *
 * @param id the catalogue id, shared by the files of one model at several scales
 * @param scale the native upscale factor of the file
 * @param description one sentence for a person who has to choose
 * @param architecture the network's name in the field
 * @param licence SPDX id of the weights' licence
 * @param source package and version that the weights came from
 * @param file name of the ONNX file in the descriptor's directory
 * @param sha256 of the ONNX file
 * @param bytes size of the ONNX file
 * @param halo pixels of input that a tile needs around it, the default
 * @param haloErrorLevels how far a tiled result may be from the whole image's inference with that
 *     halo, in levels of 255; 0 means bit-identical
 * @param exactHalo the halo that makes tiles bit-identical: the receptive field's radius
 * @param tile preferred side of a tile in input pixels, halo included
 * @param gflopPerMegapixel work for each megapixel of input, in 10⁹ floating point operations
 * @param passes graph rewrites that were applied at conversion
 * @param stages the network in many short stages, for bands of rows that are led through them;
 *     empty when it is not cut
 * @param parts the network in few long parts, for tiles that go through one after the other; empty
 *     when a tile goes through the whole at once
 * @param colourDrift null where nobody has measured it
 */
public record ModelDescriptor(
    String id,
    int scale,
    String description,
    String architecture,
    String licence,
    String source,
    String file,
    String sha256,
    long bytes,
    int halo,
    double haloErrorLevels,
    int exactHalo,
    int tile,
    double gflopPerMegapixel,
    List<String> passes,
    List<ModelStage> stages,
    List<ModelStage> parts,
    @Nullable ColourDrift colourDrift) {
  /** Beyond this, tiles with the exact halo are more halo than tile. */
  public static final int LARGEST_PRACTICAL_HALO = 64;

  public ModelDescriptor {
    passes = List.copyOf(passes);
    stages = stages == null ? List.of() : List.copyOf(stages);
    parts = parts == null ? List.of() : List.copyOf(parts);
    if (scale < 1 || halo < 0 || exactHalo < halo || tile <= 2 * halo) {
      throw new IllegalArgumentException(
          "descriptor of " + id + ": scale ≥ 1, 0 ≤ halo ≤ exactHalo, tile > 2·halo");
    }
  }

  /** A model that is not cut. */
  public ModelDescriptor(
      String id,
      int scale,
      String description,
      String architecture,
      String licence,
      String source,
      String file,
      String sha256,
      long bytes,
      int halo,
      double haloErrorLevels,
      int exactHalo,
      int tile,
      double gflopPerMegapixel,
      List<String> passes,
      @Nullable ColourDrift colourDrift) {
    this(
        id,
        scale,
        description,
        architecture,
        licence,
        source,
        file,
        sha256,
        bytes,
        halo,
        haloErrorLevels,
        exactHalo,
        tile,
        gflopPerMegapixel,
        passes,
        List.of(),
        List.of(),
        colourDrift);
  }

  /** Whether the exact result can be had: by tiles with the exact halo, or by stages. */
  public boolean exactIsPractical() {
    return exactHalo <= LARGEST_PRACTICAL_HALO || hasStages();
  }

  /** Whether the network can run stage by stage. */
  public boolean hasStages() {
    return !stages.isEmpty();
  }

  /** The halo to use. */
  public int halo(boolean exact) {
    return exact ? exactHalo : halo;
  }
}
