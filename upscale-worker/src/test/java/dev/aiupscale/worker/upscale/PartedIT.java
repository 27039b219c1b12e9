package dev.aiupscale.worker.upscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.worker.onnx.ExecutionProvider;
import dev.aiupscale.worker.onnx.OnnxConfig;
import dev.aiupscale.worker.onnx.OnnxEngines;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartedIT {
  @TempDir Path directory;

  private ModelDescriptor photo;

  @BeforeEach
  void model() throws IOException {
    photo = Models.require("real-esrgan-photo", 4);
  }

  @Test
  void partsAndPiecesGiveWhatTheWholeNetworkGivesForATileBitForBit() {
    List<Double> told = new ArrayList<>();
    try (OnnxEngines engines = new OnnxEngines(Models.DIRECTORY, OnnxConfig.defaults())) {
      // Two pieces across and three down, cut unevenly.
      byte[] whole = result(engines, Models.withoutParts(photo), 113, 223, share -> {});
      byte[] parted = result(engines, photo, 113, 223, told::add);

      assertThat(parted).isEqualTo(whole);
    }
    assertThat(told).isSorted().hasSizeGreaterThan(photo.parts().size());
    assertThat(told).allSatisfy(share -> assertThat(share).isBetween(0.1, 0.999));
  }

  @Test
  void halfPreciseAndSinglePartsDifferByALevelOrTwo() {
    byte[] single;
    try (OnnxEngines engines = new OnnxEngines(Models.DIRECTORY, OnnxConfig.defaults())) {
      single = result(engines, photo, 40, 30, share -> {});
    }
    OnnxConfig config = new OnnxConfig(ExecutionProvider.CPU, 0, 2, false, true, 1, true, 1);
    try (OnnxEngines engines = new OnnxEngines(Models.DIRECTORY, config)) {
      byte[] half = result(engines, photo, 40, 30, share -> {});

      assertThat(half).isNotEqualTo(single);
      for (int i = 0; i < half.length; i++) {
        assertThat((half[i] & 0xff) - (single[i] & 0xff)).as("sample %d", i).isBetween(-2, 2);
      }
    }
  }

  /** The picture is one tile, so that nothing but a stop within it can end the work early. */
  @Test
  void workThatNobodyWantsEndsWithinATile() {
    AtomicInteger questions = new AtomicInteger();
    Cancellation afterTheFirst = () -> questions.incrementAndGet() > 1;

    assertThatExceptionOfType(CancelledException.class)
        .isThrownBy(() -> upscaleOneTile(photo, afterTheFirst));
  }

  @Test
  void workThatTakesTooLongEndsWithinATileOfANetworkInOnePiece() throws IOException {
    AtomicInteger questions = new AtomicInteger();
    UpscaleException tooLong = new UpscaleException(ErrorCode.TIMED_OUT, "too long");
    Cancellation afterTheFirst =
        () -> {
          if (questions.incrementAndGet() > 1) {
            throw tooLong;
          }
          return false;
        };

    assertThatExceptionOfType(UpscaleException.class)
        .isThrownBy(() -> upscaleOneTile(Models.withoutParts(photo), afterTheFirst))
        .isSameAs(tooLong);
  }

  private void upscaleOneTile(ModelDescriptor model, Cancellation cancellation) {
    List<Double> progress = new ArrayList<>();
    try (Upscaling upscaling = new Upscaling(Models.DIRECTORY, directory)) {
      Path source = upscaling.png(Pictures.natural(160, 160, 3));
      new Upscaler(upscaling.engines, UpscalerConfig.defaults())
          .upscale(
              upscaling.request(source, Models.withTile(model, 256), 4, ResultFormat.PNG),
              OutputStream.nullOutputStream(),
              progress::add,
              cancellation,
              Checkpoints.NONE);
    } finally {
      assertThat(progress).allSatisfy(done -> assertThat(done).isLessThan(1));
    }
  }

  private static byte[] result(
      TileEngines engines, ModelDescriptor model, int width, int height, DoubleConsumer progress) {
    byte[] picture = Pictures.rgb(Pictures.natural(width, height, 5));
    try (TileEngine engine = engines.open(model, width, height)) {
      engine.input().put(0, picture);
      engine.run(1, progress);
      ByteBuffer output = engine.output();
      byte[] result = new byte[output.capacity()];
      output.get(0, result);
      return result;
    }
  }
}
