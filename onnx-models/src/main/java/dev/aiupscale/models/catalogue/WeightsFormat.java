package dev.aiupscale.models.catalogue;

/** The file formats that weights are published in. */
public enum WeightsFormat {
  /** The path is a directory with {@code model.json} and shards. */
  TFJS_LAYERS,
  /** The path is that of two files, less {@code .param} and {@code .bin}. */
  NCNN
}
