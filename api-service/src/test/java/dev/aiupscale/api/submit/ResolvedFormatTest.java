package dev.aiupscale.api.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.image.SourceImage;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResolvedFormatTest {
  private static final long LIMIT = 512_000_000;

  @Test
  void autoIsPngForWhatCameLosslessOrTransparentAndJpegElse() {
    assertThat(auto(source(10, 10, true), false)).isEqualTo(ResultFormat.PNG);
    assertThat(auto(source(10, 10, false), true)).isEqualTo(ResultFormat.PNG);
    assertThat(auto(source(10, 10, false), false)).isEqualTo(ResultFormat.JPEG);
  }

  @Test
  void autoIsPngWhereJpegCannotHoldTheSide() {
    assertThat(auto(source(40_000, 1, false), false)).isEqualTo(ResultFormat.PNG);
  }

  @Test
  void aSideThatTheAskedFormatCannotHoldIsRefusedWithTheLimit() {
    SourceImage wide = source(40_000, 1, false);

    assertThatThrownBy(
            () ->
                ResolvedFormat.of(
                    Optional.of(ResultFormat.JPEG), wide, false, wide.size().times(2), LIMIT))
        .hasMessageContaining("IMAGE_TOO_LARGE")
        .hasMessageContaining("65500");
  }

  @Test
  void aResultWithTooManyPixelsIsRefused() {
    assertThatThrownBy(
            () ->
                ResolvedFormat.of(
                    Optional.empty(),
                    source(8000, 8000, false),
                    false,
                    source(8000, 8000, false).size().times(8),
                    LIMIT))
        .hasMessageContaining("64000 × 64000")
        .hasMessageContaining("512000000");
  }

  private static ResultFormat auto(SourceImage source, boolean lossless) {
    return ResolvedFormat.of(Optional.empty(), source, lossless, source.size().times(2), LIMIT);
  }

  private static SourceImage source(int width, int height, boolean alpha) {
    return new SourceImage(width, height, "jpeg", 1, alpha);
  }
}
