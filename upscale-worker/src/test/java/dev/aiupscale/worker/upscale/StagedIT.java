package dev.aiupscale.worker.upscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.common.model.ModelStage;
import dev.aiupscale.common.plan.StageMemory;
import dev.aiupscale.common.plan.StagePlan;
import dev.aiupscale.common.tile.Mirror;
import dev.aiupscale.worker.onnx.OnnxConfig;
import dev.aiupscale.worker.onnx.OnnxEngines;
import dev.aiupscale.worker.stage.MirroredRows;
import dev.aiupscale.worker.stage.StageEngine;
import dev.aiupscale.worker.stage.StageTile;
import dev.aiupscale.worker.stage.StageWatch;
import dev.aiupscale.worker.stage.StagedRows;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the photo network's own weights; only blocks in its middle are left out. */
class StagedIT {
  /** The head and two of its 23 blocks, with skips over each and over both. */
  private static final int TWO_BLOCKS = 7;

  private static final StageMemory PLENTY = StageMemory.defaults();

  @TempDir Path directory;
  private OnnxEngines engines;
  private ModelDescriptor model;

  @BeforeEach
  void write() throws IOException {
    ModelDescriptor photo = Models.require("real-esrgan-photo", 4);
    model = ShallowNetwork.write(photo, Models.DIRECTORY, directory, TWO_BLOCKS);
    engines = new OnnxEngines(directory, OnnxConfig.defaults());
  }

  @AfterEach
  void close() {
    engines.close();
  }

  @ParameterizedTest
  @CsvSource({"90, 140", "1, 1", "5, 70", "131, 9"})
  void bandsThroughStagesEqualOneInferenceOfTheWholeMirroredPictureBitForBit(
      int width, int height) {
    byte[] rgb = Pictures.rgb(Pictures.natural(width, height, 5));
    StagePlan plan = StagePlan.of(model, width, height, PLENTY);

    assertThat(plan.pieces()).isEqualTo(1);
    assertThat(staged(plan, rgb, width, height))
        .isEqualTo(WholeInference.of(engines, model, rgb, width, height));
  }

  @Test
  void aPictureTooWideForTheMemoryIsJoinedFromStripsBitForBit() {
    byte[] rgb = Pictures.rgb(Pictures.natural(150, 60, 6));
    StageMemory little = new StageMemory(14 << 20, 8 << 20, 150 * 40 * 48);
    StagePlan plan = StagePlan.of(model, 150, 60, little);

    assertThat(plan.strips().count()).isGreaterThan(1);
    assertThat(plan.blocks().count()).isEqualTo(2);
    assertThat(staged(plan, rgb, 150, 60))
        .isEqualTo(WholeInference.of(engines, model, rgb, 150, 60));
  }

  @Test
  void tooLittleMemoryForAnyStripIsRefusedBeforeAnyWork() {
    StageMemory none = new StageMemory(1 << 20, 1 << 20, 1 << 20);

    assertThatExceptionOfType(UpscaleException.class)
        .isThrownBy(() -> StagePlan.of(model, 150, 60, none))
        .returns(ErrorCode.MODEL_FAILED, UpscaleException::code)
        .withMessageContaining("this worker allows 1");
  }

  @Test
  void anExactJobOfADeepModelRunsThroughStagesAndItsProgressNeverFalls() throws IOException {
    BufferedImage picture = Pictures.natural(40, 30, 7);
    List<Double> progress = new ArrayList<>();

    UpscaledImage made = upscaled(exact(picture), progress::add);

    assertThat(made.notes()).isEmpty();
    assertThat(progress).isSorted().hasSizeGreaterThan(model.stages().size());
    assertThat(progress.get(progress.size() - 1)).isBetween(1 - 1e-9, 1.0);
    assertThat(Pictures.rgb(Pictures.read(directory.resolve("result"))))
        .isEqualTo(WholeInference.of(engines, model, Pictures.rgb(picture), 40, 30));
  }

  @Test
  void alphaGoesThroughTheStagesBesideTheColours() throws IOException {
    BufferedImage picture =
        Pictures.of(30, 20, (x, y) -> (x < 15 ? 0xff000000 : 0x60000000) | (x * y * 997));

    UpscaledImage made = upscaled(exact(picture), done -> {});

    BufferedImage result = Pictures.read(directory.resolve("result"));
    assertThat(made.tiles()).isEqualTo(2);
    assertThat(result.getRGB(8, 40) >>> 24).isEqualTo(0xff);
    assertThat(result.getRGB(110, 40) >>> 24).isEqualTo(0x60);
  }

  @Test
  void cancelledWorkStopsBeforeTheNextRunOfAStage() {
    AtomicInteger asked = new AtomicInteger();
    Upscaler upscaler = new Upscaler(engines, UpscalerConfig.defaults());
    OutputStream nowhere = OutputStream.nullOutputStream();
    UpscaleRequest request = exact(Pictures.natural(40, 30, 7));

    assertThatExceptionOfType(CancelledException.class)
        .isThrownBy(
            () ->
                upscaler.upscale(
                    request,
                    nowhere,
                    done -> {},
                    () -> asked.incrementAndGet() > 3,
                    Checkpoints.NONE));
    assertThat(asked).hasValue(4);
  }

  @Test
  void aStageThatIsNotTheDescriptorsIsNotRun() throws IOException {
    Files.write(directory.resolve(model.stages().get(1).file()), new byte[] {0});
    StagePlan plan = StagePlan.of(model, 40, 30, PLENTY);

    assertThatExceptionOfType(UpscaleException.class)
        .isThrownBy(() -> engines.stages().open(model, StageTile.all(plan)))
        .returns(ErrorCode.MODEL_FAILED, UpscaleException::code);
  }

  @Test
  void whatOverflowsInAStageInTheMiddleFailsTheJob() throws IOException {
    ModelDescriptor photo = Models.require("real-esrgan-photo", 4);
    Path broken = Files.createDirectory(directory.resolve("broken"));
    for (ModelStage stage : photo.stages()) {
      Path file = Models.DIRECTORY.resolve(stage.file()).toAbsolutePath();
      Files.createSymbolicLink(broken.resolve(stage.file()), file);
    }
    replaceByNan(broken.resolve(photo.stages().get(2).file()));
    model = ShallowNetwork.write(photo, broken, directory, TWO_BLOCKS);

    assertThatExceptionOfType(UpscaleException.class)
        .isThrownBy(() -> upscaled(exact(Pictures.natural(40, 30, 7)), done -> {}))
        .returns(ErrorCode.MODEL_FAILED, UpscaleException::code)
        .withMessageContaining("not finite");
  }

  /** Makes a copy of the file of which one tensor of weights is no number. */
  private static void replaceByNan(Path link) throws IOException {
    ModelProto.Builder network = ModelProto.parseFrom(Files.readAllBytes(link)).toBuilder();
    TensorProto.Builder weights =
        network.getGraphBuilder().getInitializerBuilderList().stream()
            .filter(tensor -> tensor.getDimsCount() == 4)
            .findFirst()
            .orElseThrow();
    byte[] nan = new byte[weights.getRawData().size()];
    Arrays.fill(nan, (byte) 0xff);
    weights.setRawData(ByteString.copyFrom(nan));
    Files.delete(link);
    Files.write(link, network.build().toByteArray());
  }

  private UpscaleRequest exact(BufferedImage picture) {
    return new UpscaleRequest(
        Pictures.writePng(picture, directory.resolve("source.png")),
        true,
        model,
        4,
        ResultFormat.PNG,
        0,
        true,
        false,
        BasicMetadata.NONE,
        null);
  }

  private UpscaledImage upscaled(UpscaleRequest request, ProgressListener progress)
      throws IOException {
    try (OutputStream result = Files.newOutputStream(directory.resolve("result"))) {
      return new Upscaler(engines, UpscalerConfig.defaults())
          .upscale(request, result, progress, () -> false, Checkpoints.NONE);
    }
  }

  private byte[] staged(StagePlan plan, byte[] rgb, int width, int height) {
    try (StageEngine engine = engines.stages().open(model, StageTile.all(plan))) {
      StagedRows rows = new StagedRows(plan, engine, UNWATCHED, mirrored(rgb, width, height));
      byte[] upscaled = new byte[width * height * 48];
      byte[] row = new byte[width * 12];
      for (int y = 0; y < height * 4; y++) {
        rows.next(row);
        System.arraycopy(row, 0, upscaled, y * row.length, row.length);
      }
      return upscaled;
    }
  }

  private static MirroredRows mirrored(byte[] rgb, int width, int height) {
    return (y, left, row) -> {
      for (int x = 0; x < row.length / 3; x++) {
        int from = new Mirror(height).at(y) * width + new Mirror(width).at(left + x);
        System.arraycopy(rgb, from * 3, row, x * 3, 3);
      }
    };
  }

  private static final StageWatch UNWATCHED =
      new StageWatch() {
        @Override
        public void beforeRun() {}

        @Override
        public void ran(double work) {}
      };
}
