package dev.aiupscale.models.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aiupscale.models.Conversion;
import dev.aiupscale.models.ModelsException;
import dev.aiupscale.models.RealNetworks;
import dev.aiupscale.models.network.ReceptiveField;
import dev.aiupscale.models.onnx.Exports;
import dev.aiupscale.models.run.OnnxModel;
import dev.aiupscale.models.run.Pixels;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OwnModelIT {
  @Test
  void anExportOfRealEsrganGeneralGivesTheSamePicturesBitForBit() throws Exception {
    Conversion own = add(Exports.of(RealNetworks.of("real-esrgan-general", 4)));

    Pixels picture = ProbePicture.of(100, 5);
    assertThat(
            upscale(own.onnx(), picture)
                .distance(upscale(RealNetworks.fileOf("real-esrgan-general", 4), picture)))
        .isZero();
    assertThat(own.descriptor().scale()).isEqualTo(4);
    assertThat(own.descriptor().gflopPerMegapixel()).isCloseTo(2418, within(24.0));
  }

  /**
   * Its range is 0 to 255, so that an export of 0 to 1 divides and multiplies once more: a sample
   * that lies within a rounding error of two levels may become either.
   */
  @Test
  void anExportOfEsrganSlimGivesTheSamePicturesButForRoundingErrors() throws Exception {
    Conversion own = add(Exports.of(RealNetworks.of("esrgan-slim", 2)));

    Pixels picture = ProbePicture.of(150, 5);
    Pixels result = upscale(own.onnx(), picture);
    Pixels expected = upscale(RealNetworks.fileOf("esrgan-slim", 2), picture);
    assertThat(result.distance(expected)).isLessThanOrEqualTo(1);
    assertThat(samplesThatDiffer(result, expected)).isLessThan(result.rgb().length / 10_000);
    int radius = ReceptiveField.radius(RealNetworks.of("esrgan-slim", 2));
    assertThat(own.descriptor().halo()).isEqualTo(radius);
    assertThat(own.descriptor().exactHalo()).isEqualTo(radius);
    assertThat(own.descriptor().haloErrorLevels()).isZero();
  }

  @Test
  void aFixedSizeThatTheNetworkDoesNotNeedIsFreed() throws Exception {
    assertDoubles(add(Exports.doubling(17, 64, 1, 3)));
  }

  @Test
  void sidesAreFilledUpForANetworkThatNeedsMultiples() throws Exception {
    assertDoubles(add(Exports.inBlocksOfFour()));
  }

  static Stream<Arguments> misfits() {
    return Stream.of(
        Arguments.of(new byte[] {1, 2, 3}, "it is no ONNX file"),
        Arguments.of(Exports.doubling(17, 0, 1, 1), "it takes 1 channels, not the 3 of RGB"),
        Arguments.of(Exports.doubling(17, 0, 1, 4), "it takes 4 channels, not the 3 of RGB"),
        Arguments.of(Exports.doubling(17, 0, 3), "it takes values of 3 dimensions"),
        Arguments.of(Exports.doubling(9, 0, 1, 3), "it is of operator set 9"),
        Arguments.of(Exports.doubling(99, 0, 1, 3), "ONNX Runtime cannot run it"),
        Arguments.of(Exports.unchanged(), "it makes 64×64 of 64×64 pixels"),
        Arguments.of(Exports.notANumber(), "its result is black, or no numbers (NaN)"));
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void whatDoesNotFitIsRefusedWithTheReason(byte[] file, String reason) {
    assertThatThrownBy(() -> add(file))
        .isInstanceOf(ModelsException.class)
        .hasMessageStartingWith("mine.onnx was not added: " + reason);
  }

  private static int samplesThatDiffer(Pixels one, Pixels other) {
    int differing = 0;
    for (int i = 0; i < one.rgb().length; i++) {
      differing += one.rgb()[i] == other.rgb()[i] ? 0 : 1;
    }
    return differing;
  }

  private static void assertDoubles(Conversion model) throws Exception {
    Pixels picture = Pixels.random(31, 45, 3);
    Pixels result = upscale(model.onnx(), picture);

    assertThat(result.width()).isEqualTo(62);
    assertThat(result.height()).isEqualTo(90);
    for (int y = 0; y < result.height(); y++) {
      for (int x = 0; x < result.width(); x++) {
        assertThat(result.level(x, y, 1)).isEqualTo(picture.level(x / 2, y / 2, 1));
      }
    }
  }

  private static Conversion add(byte[] file) throws Exception {
    return OwnModel.of(file, "mine.onnx", "mine", "MIT", "Mine.");
  }

  private static Pixels upscale(byte[] onnx, Pixels picture) throws Exception {
    try (OnnxModel model = new OnnxModel(onnx)) {
      return model.upscale(picture);
    }
  }
}
