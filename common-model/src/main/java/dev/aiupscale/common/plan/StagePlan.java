package dev.aiupscale.common.plan;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.common.model.ModelStage;
import dev.aiupscale.common.tile.TileAxis;
import java.util.stream.IntStream;

/**
 * How a picture is led through a model's stages within the memory that is allowed: at its full
 * width where that fits, so that nothing is computed twice but a stage's own radius; else in strips
 * that overlap by what the whole network sees, and these in blocks, so that strips can be joined.
 *
 * @param strips and {@code blocks} cut the picture; all pieces are equally large
 */
public record StagePlan(
    ModelDescriptor model, int width, int height, TileAxis strips, TileAxis blocks, long runBytes) {
  /** Rows that a stage gives in one go; its radius above and below is computed again each time. */
  public static final int BAND = 64;

  /** Columns that a strip gives at the least. */
  private static final int LEAST_STRIP = 64;

  /**
   * @throws UpscaleException MODEL_FAILED when not even a narrow strip fits
   */
  public static StagePlan of(ModelDescriptor model, int width, int height, StageMemory memory) {
    long bytesPerColumn =
        (long) KeptRows.most(model.stages(), BAND) * mostChannels(model) * Float.BYTES;
    int margin = new Margins(model.stages()).ofPicture();
    long widest = memory.rowBytes() / bytesPerColumn - 2L * margin;
    if (widest < Math.min(width, LEAST_STRIP)) {
      throw new UpscaleException(
          ErrorCode.MODEL_FAILED,
          "The exact result of %s needs %d MB at the least; this worker allows %d."
              .formatted(
                  model.id(),
                  (LEAST_STRIP + 2L * margin) * bytesPerColumn >> 20,
                  memory.rowBytes() >> 20));
    }
    TileAxis strips = TileAxis.of(width, 0, (int) Math.min(width, widest));
    long bytesPerRow = 3L * width * model.scale() * model.scale();
    long tallest = strips.count() == 1 ? height : Math.max(1, memory.blockBytes() / bytesPerRow);
    TileAxis blocks = TileAxis.of(height, 0, (int) Math.min(height, tallest));
    return new StagePlan(model, width, height, strips, blocks, memory.runBytes());
  }

  private static int mostChannels(ModelDescriptor model) {
    return model.stages().stream()
        .filter(stage -> !stage.givesResult())
        .mapToInt(ModelStage::channels)
        .max()
        .orElse(0);
  }

  /** Pixels of the picture, mirrored at its border, that a piece needs around it. */
  public int margin() {
    return margins().ofPicture();
  }

  public Margins margins() {
    return new Margins(model.stages());
  }

  /** How a stage's output is cut across. */
  public TileAxis columns(ModelStage stage) {
    int size = strips.step() + 2 * margins().of(stage.output());
    long longest = runBytes / stage.bytesPerPixel() / (BAND + 2L * stage.radius());
    return TileAxis.of(size, stage.radius(), (int) Math.min(size + 2L * stage.radius(), longest));
  }

  /** Pieces that the picture is cut into. */
  public long pieces() {
    return (long) strips.count() * blocks.count();
  }

  /** What there is to do for one plane of the picture, in 10⁹ operations. */
  public double work() {
    return pieces()
        * IntStream.range(0, model.stages().size())
            .mapToDouble(i -> work(model.stages().get(i), rows(model.stages().get(i))))
            .sum();
  }

  /** What there is to do for some rows of a stage's output. */
  public double work(ModelStage stage, int rows) {
    double pixels = (strips.step() + 2.0 * margins().of(stage.output())) * rows;
    return stage.gflopPerMegapixel() * pixels / 1e6;
  }

  /** Rows of a stage's output, counted as those of its inputs. */
  public int rows(ModelStage stage) {
    return blocks.step() + 2 * margins().of(stage.output());
  }
}
