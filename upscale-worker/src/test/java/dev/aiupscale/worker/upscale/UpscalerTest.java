package dev.aiupscale.worker.upscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.Density;
import dev.aiupscale.common.image.PixelSize;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.worker.onnx.TinyNetwork;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UpscalerTest {
  private static final BufferedImage PICTURE = Pictures.natural(90, 70, 1);

  private static final BufferedImage TRANSLUCENT =
      Pictures.of(90, 70, (x, y) -> (x < 20 ? 0 : 200) << 24 | PICTURE.getRGB(x, y) & 0xFFFFFF);

  @TempDir Path directory;
  private Upscaling upscaling;
  private ModelDescriptor tiny;

  @BeforeEach
  void open() throws IOException {
    upscaling = new Upscaling(directory, directory);
    tiny = TinyNetwork.write(directory, 2, 1);
  }

  @AfterEach
  void close() {
    upscaling.close();
  }

  @Test
  void aSizeThatNoFactorLeadsToIsMadeExactlyWithAlphaToo() {
    for (BufferedImage picture : List.of(PICTURE, TRANSLUCENT)) {
      UpscaleRequest twice = upscaling.request(upscaling.png(picture), tiny, 2, ResultFormat.PNG);
      UpscaleRequest sized =
          new UpscaleRequest(
              twice.source(),
              true,
              tiny,
              2,
              ResultFormat.PNG,
              0,
              false,
              true,
              BasicMetadata.NONE.with(new Density(72, 72)),
              new PixelSize(135, 105));

      UpscaledImage made = upscaling.run(sized);

      BufferedImage result = Pictures.read(upscaling.target);
      assertThat(result.getWidth()).isEqualTo(135).isEqualTo(made.image().width());
      assertThat(result.getHeight()).isEqualTo(105).isEqualTo(made.image().height());
      assertThat(alpha(result, 0)).isEqualTo(picture == PICTURE ? 255 : 0);
      assertThat(made.notes())
          .contains("made at ×2 and reduced to 135 × 105", "72 dpi scaled to 108");
    }
  }

  private static int alpha(BufferedImage image, int x) {
    return image.getRGB(x, 50) >>> 24;
  }

  @ParameterizedTest
  @EnumSource(ResultFormat.class)
  void theAnswerDescribesTheFileThatWasWritten(ResultFormat format) throws IOException {
    UpscaledImage made = upscaling.run(upscaling.request(upscaling.png(PICTURE), tiny, 2, format));

    byte[] file = Files.readAllBytes(upscaling.target);
    assertThat(made.image().bytes()).isEqualTo(file.length);
    assertThat(made.image().sha256()).isEqualTo(Sha256.of(file));
    assertThat(made.image().format()).isEqualTo(format);
    BufferedImage result = Pictures.read(upscaling.target);
    assertThat(result.getWidth()).isEqualTo(180).isEqualTo(made.image().width());
    assertThat(result.getHeight()).isEqualTo(140).isEqualTo(made.image().height());
  }

  @Test
  void theSameRequestGivesTheSameBytes() {
    UpscaleRequest request = upscaling.request(upscaling.png(PICTURE), tiny, 2, ResultFormat.PNG);

    assertThat(upscaling.run(request)).isEqualTo(upscaling.run(request));
  }

  @Test
  void progressNeverFallsAndEndsWithTheWork() {
    List<Double> progress = new ArrayList<>();

    new Upscaler(upscaling.engines, UpscalerConfig.defaults())
        .upscale(
            upscaling.request(upscaling.png(PICTURE), tiny, 2, ResultFormat.PNG),
            OutputStream.nullOutputStream(),
            progress::add,
            () -> false,
            Checkpoints.NONE);

    assertThat(progress).isSorted().hasSize(6 * 3).last().isEqualTo(1.0);
  }

  @ParameterizedTest
  @EnumSource(ResultFormat.class)
  void thatTheNetworkIsDoneIsToldBeforeTheRestIsWritten(ResultFormat format) throws IOException {
    CountDownLatch done = new CountDownLatch(1);
    OutputStream target =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            try {
              assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
          }
        };

    UpscaledImage made =
        new Upscaler(upscaling.engines, UpscalerConfig.defaults())
            .upscale(
                upscaling.request(upscaling.png(PICTURE), tiny, 2, format),
                target,
                whenNetworkDone(done::countDown),
                () -> false,
                Checkpoints.NONE);

    assertThat(made.image().bytes()).isPositive();
  }

  @Test
  void anEncoderThatNeedsTheWholeOfALargePictureLeavesNoRoomForAnother() {
    UpscalerConfig config = new UpscalerConfig(1 << 20, 1 << 16, 0, 1 << 20, 180 * 140 - 1);
    AtomicInteger told = new AtomicInteger();

    new Upscaler(upscaling.engines, config)
        .upscale(
            upscaling.request(upscaling.png(PICTURE), tiny, 2, ResultFormat.WEBP),
            OutputStream.nullOutputStream(),
            whenNetworkDone(told::incrementAndGet),
            () -> false,
            Checkpoints.NONE);

    assertThat(told).hasValue(0);
  }

  @ParameterizedTest
  @EnumSource(ResultFormat.class)
  void cancelledWorkStopsBeforeTheNextTile(ResultFormat format) {
    AtomicInteger asked = new AtomicInteger();
    UpscaleRequest request = upscaling.request(upscaling.png(PICTURE), tiny, 2, format);
    Upscaler upscaler = new Upscaler(upscaling.engines, UpscalerConfig.defaults());

    assertThatExceptionOfType(CancelledException.class)
        .isThrownBy(
            () ->
                upscaler.upscale(
                    request,
                    OutputStream.nullOutputStream(),
                    done -> {},
                    () -> asked.incrementAndGet() > 12,
                    Checkpoints.NONE));
    assertThat(asked).hasValue(13);
  }

  @Test
  void aModelThatGivesBlackForALitPictureHasFailed() throws IOException {
    ModelDescriptor black = TinyNetwork.write(directory, 2, 0);
    UpscaleRequest request = upscaling.request(upscaling.png(PICTURE), black, 2, ResultFormat.PNG);

    assertThatExceptionOfType(UpscaleException.class)
        .isThrownBy(() -> upscaling.run(request))
        .returns(ErrorCode.MODEL_FAILED, UpscaleException::code);
  }

  @Test
  void aSourceThatBreaksOffIsCorrupt() throws IOException {
    Path source = upscaling.png(PICTURE);
    byte[] bytes = Files.readAllBytes(source);
    Files.write(source, Arrays.copyOf(bytes, bytes.length / 2));

    assertThatExceptionOfType(UpscaleException.class)
        .isThrownBy(() -> upscaling.run(upscaling.request(source, tiny, 2, ResultFormat.PNG)))
        .returns(ErrorCode.IMAGE_CORRUPT, UpscaleException::code);
  }

  @Test
  void aPictureOfOneColourRunsTheNetworkOnce() {
    BufferedImage flat = Pictures.of(90, 70, (x, y) -> 0xff336699);

    UpscaledImage made =
        upscaling.run(upscaling.request(upscaling.png(flat), tiny, 2, ResultFormat.PNG));

    assertThat(made.tiles()).isEqualTo(6 * 3);
    assertThat(made.tilesSkipped()).isEqualTo(6 * 3 - 1);
  }

  @Test
  void rememberedTilesEqualComputedOnesBitForBit() {
    BufferedImage halfFlat =
        Pictures.of(90, 70, (x, y) -> x < 50 ? 0xff336699 : PICTURE.getRGB(x, y));

    BufferedImage result = upscaling.upscaled(halfFlat, tiny, 2);

    assertThat(Pictures.rgb(result))
        .isEqualTo(WholeInference.of(upscaling.engines, tiny, Pictures.rgb(halfFlat), 90, 70));
  }

  @Test
  void tilesThatComeAgainRunOnceAndTheResultIsTheSameBitForBit() {
    // Tiles give 15 × 24 pixels: all that do not see the border see the same.
    BufferedImage pattern =
        Pictures.of(90, 70, (x, y) -> 0xff000000 | PICTURE.getRGB(x % 15, y % 24));

    UpscaledImage made =
        upscaling.run(upscaling.request(upscaling.png(pattern), tiny, 2, ResultFormat.PNG));

    assertThat(made.tiles()).isEqualTo(6 * 3);
    assertThat(made.tilesSkipped()).isEqualTo(6 * 3 - 3 * 3);
    assertThat(Pictures.rgb(Pictures.read(upscaling.target)))
        .isEqualTo(WholeInference.of(upscaling.engines, tiny, Pictures.rgb(pattern), 90, 70));
  }

  @Test
  void progressCountsTilesThatComeAgainAsNoWork() {
    BufferedImage halfFlat =
        Pictures.of(90, 70, (x, y) -> x < 50 ? 0xff336699 : PICTURE.getRGB(x, y));
    List<Double> progress = new ArrayList<>();

    new Upscaler(upscaling.engines, UpscalerConfig.defaults())
        .upscale(
            upscaling.request(upscaling.png(halfFlat), tiny, 2, ResultFormat.PNG),
            OutputStream.nullOutputStream(),
            progress::add,
            () -> false,
            Checkpoints.NONE);

    // Three columns are one flat tile.
    assertThat(progress).hasSize(1 + 3 * 3).last().isEqualTo(1.0);
  }

  @Test
  void aWidePictureHasLowTilesAndTheSameResult() {
    UpscaleRequest request = upscaling.request(upscaling.png(PICTURE), tiny, 2, ResultFormat.PNG);
    UpscalerConfig threeRowsAtATime =
        new UpscalerConfig(2 * 90 * 2 * 3 * 2 * 3, 1 << 16, 1 << 16, 0, 0);

    UpscaledImage low =
        new Upscaler(upscaling.engines, threeRowsAtATime)
            .upscale(
                request,
                OutputStream.nullOutputStream(),
                done -> {},
                () -> false,
                Checkpoints.NONE);

    assertThat(low.image()).isEqualTo(upscaling.run(request).image());
  }

  @Test
  void tilesBeyondTheAllowedMemoryAreRefusedBeforeAnyWork() {
    UpscaleRequest request = upscaling.request(upscaling.png(PICTURE), tiny, 2, ResultFormat.PNG);
    Upscaler upscaler =
        new Upscaler(upscaling.engines, new UpscalerConfig(1 << 20, 10 * 10, 0, 0, 0));

    assertThatExceptionOfType(UpscaleException.class)
        .isThrownBy(
            () ->
                upscaler.upscale(
                    request,
                    OutputStream.nullOutputStream(),
                    done -> {},
                    () -> false,
                    Checkpoints.NONE))
        .withMessageContaining("this worker allows 100");
  }

  @Test
  void theNotesTellWhatWasDoneToThePicture() throws IOException {
    BufferedImage clear = Pictures.of(20, 20, (x, y) -> 0x40ff0000);
    ModelDescriptor fourfold = TinyNetwork.write(directory, 4, 1);
    ModelDescriptor inexact =
        new ModelDescriptor(
            "photo",
            4,
            "",
            "",
            "",
            "",
            fourfold.file(),
            fourfold.sha256(),
            1,
            2,
            1,
            5,
            24,
            1,
            List.of(),
            null);

    assertThat(
            upscaling
                .run(upscaling.request(upscaling.png(clear), inexact, 2, ResultFormat.JPEG))
                .notes())
        .containsExactly(
            "model 'photo' ran with a halo of 2 px: at most 1.0 levels off the exact result",
            "made at ×4 and reduced to ×2",
            "alpha flattened over white");
  }

  private static ProgressListener whenNetworkDone(Runnable told) {
    return new ProgressListener() {
      @Override
      public void progressed(double share) {}

      @Override
      public void networkDone() {
        told.run();
      }
    };
  }
}
