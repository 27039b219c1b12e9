package dev.aiupscale.worker.upscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.worker.onnx.TinyNetwork;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointsTest {
  private static final BufferedImage NATURAL = Pictures.natural(310, 230, 4);

  @TempDir Path directory;
  private final Kept kept = new Kept();
  private Upscaling upscaling;
  private ModelDescriptor tiny;
  private int allRuns;

  /** What attempts leave, as the store has it: nothing that is kept after a kill arrives. */
  private static final class Kept implements Checkpoints {
    private final Map<String, byte[]> pieces = new ConcurrentHashMap<>();
    private volatile boolean killed;

    @Override
    public boolean isWorthwhile(double done) {
      return true;
    }

    @Override
    public Optional<byte[]> piece(String plan, int number) {
      return Optional.ofNullable(pieces.get(plan + number));
    }

    @Override
    public void save(String plan, int number, byte[] piece) {
      if (!killed) {
        pieces.put(plan + number, piece);
      }
    }
  }

  @BeforeEach
  void open() throws IOException {
    upscaling = new Upscaling(directory, directory);
    tiny = TinyNetwork.write(directory, 2, 1);
    CountedRuns runs = new CountedRuns(upscaling.engines);
    upscaled(runs, upscaling.png(NATURAL), Checkpoints.NONE);
    allRuns = runs.runs();
  }

  @AfterEach
  void close() {
    upscaling.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ofAJobThatWasKilledAt80PercentAtMost10PercentAreDoneAgainAndTheResultIsTheSame(
      boolean alphaAndFlatParts) {
    Path source = upscaling.png(alphaAndFlatParts ? withAlphaAndFlatParts() : NATURAL);
    CountedRuns uninterrupted = new CountedRuns(upscaling.engines);
    byte[] expected = upscaled(uninterrupted, source, Checkpoints.NONE);
    int all = uninterrupted.runs();

    killedAfter(all * 8 / 10, source, true);
    CountedRuns rest = new CountedRuns(upscaling.engines);
    byte[] result = upscaled(rest, source, kept);

    assertThat(result).isEqualTo(expected);
    assertThat(all).isGreaterThan(100);
    assertThat(rest.runs() - all * 2 / 10).isLessThanOrEqualTo(all / 10);
  }

  @Test
  void aJobThatIsLostTwiceGoesOnFromTheSecondTime() {
    Path source = upscaling.png(NATURAL);
    byte[] expected = upscaled(upscaling.engines, source, Checkpoints.NONE);
    killedAfter(60, source, true);
    killedAfter(60, source, true);
    CountedRuns rest = new CountedRuns(upscaling.engines);

    assertThat(upscaled(rest, source, kept)).isEqualTo(expected);
    assertThat(rest.runs()).isLessThan(allRuns - 100);
  }

  @Test
  void ofAJobThatIsHandedBackNothingIsDoneAgain() {
    Path source = upscaling.png(NATURAL);
    killedAfter(50, source, false);
    CountedRuns rest = new CountedRuns(upscaling.engines);

    upscaled(rest, source, kept);

    assertThat(rest.runs()).isEqualTo(allRuns - 50);
  }

  @Test
  void whatIsRestoredIsNotToldAsWorkOfThisAttempt() {
    Path source = upscaling.png(NATURAL);
    killedAfter(50, source, false);
    List<Double> restored = new ArrayList<>();
    List<Double> computed = new ArrayList<>();

    new Upscaler(upscaling.engines, UpscalerConfig.defaults())
        .upscale(
            upscaling.request(source, tiny, 2, ResultFormat.PNG),
            new ByteArrayOutputStream(),
            new ProgressListener() {
              @Override
              public void progressed(double done) {
                computed.add(done);
              }

              @Override
              public void restored(double done) {
                restored.add(done);
              }
            },
            () -> false,
            kept);

    assertThat(restored).hasSize(50);
    assertThat(computed).hasSize(allRuns - 50).isSorted().endsWith(1.0);
    assertThat(computed.get(0)).isGreaterThan(restored.get(49));
  }

  @Test
  void whatWasKeptOfOtherTilesIsNotUsed() throws IOException {
    Path source = upscaling.png(NATURAL);
    killedAfter(50, source, false);
    ModelDescriptor other = TinyNetwork.write(directory, 2, 0.5f);
    CountedRuns runs = new CountedRuns(upscaling.engines);

    new Upscaler(runs, UpscalerConfig.defaults())
        .upscale(
            upscaling.request(source, other, 2, ResultFormat.PNG),
            new ByteArrayOutputStream(),
            done -> {},
            () -> false,
            kept);

    assertThat(runs.runs()).isEqualTo(allRuns);
  }

  /** Ends an attempt when the network has run {@code runs} times in it. */
  private void killedAfter(int runs, Path source, boolean atOnce) {
    CountedRuns counted = new CountedRuns(upscaling.engines);
    assertThatExceptionOfType(CancelledException.class)
        .isThrownBy(
            () ->
                new Upscaler(counted, UpscalerConfig.defaults())
                    .upscale(
                        upscaling.request(source, tiny, 2, ResultFormat.PNG),
                        new ByteArrayOutputStream(),
                        done -> {},
                        () -> {
                          boolean due = counted.runs() >= runs;
                          kept.killed |= due && atOnce;
                          return due;
                        },
                        kept));
    kept.killed = false;
  }

  private byte[] upscaled(TileEngines engines, Path source, Checkpoints checkpoints) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Upscaler(engines, UpscalerConfig.defaults())
        .upscale(
            upscaling.request(source, tiny, 2, ResultFormat.PNG),
            out,
            done -> {},
            () -> false,
            checkpoints);
    return out.toByteArray();
  }

  private static BufferedImage withAlphaAndFlatParts() {
    return Pictures.of(
        310,
        230,
        (x, y) -> {
          int colour = x < 100 ? 0xffffff : NATURAL.getRGB(x, y) & 0xffffff;
          return (x * 7 + y * 13) % 256 << 24 | colour;
        });
  }
}
