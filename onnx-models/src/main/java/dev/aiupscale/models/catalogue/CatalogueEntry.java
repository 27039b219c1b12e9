package dev.aiupscale.models.catalogue;

import dev.aiupscale.common.model.ColourDrift;
import dev.aiupscale.models.network.ValueRange;

/**
 * One model at one native scale: where its weights are and how it is to be served.
 *
 * @param path of the weights inside the package
 * @param licence SPDX id of the weights' licence
 * @param description one sentence for a person who has to choose
 * @param exactHalo the receptive field's radius in input pixels; the conversion checks it
 * @param halo pixels of input that a tile needs around it by default
 * @param haloErrorLevels how far tiles with {@code halo} may be off, in levels of 255
 * @param tile preferred side of a tile in input pixels, halo included
 * @param colourDrift measured with the publishers' photograph and a colour chart
 */
public record CatalogueEntry(
    String id,
    int scale,
    WeightsPackage weights,
    WeightsFormat format,
    String path,
    ValueRange range,
    String architecture,
    String licence,
    String description,
    int exactHalo,
    int halo,
    double haloErrorLevels,
    int tile,
    ColourDrift colourDrift) {
  /** The name of the ONNX file and the descriptor, less their endings. */
  public String name() {
    return id + "-x" + scale;
  }
}
