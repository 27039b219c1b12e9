package dev.aiupscale.api.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damages every case's file in many places and looks at what comes of it. */
class ImageNormaliserFuzzTest {
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final Set<ErrorCode> REFUSALS =
      EnumSet.of(
          ErrorCode.IMAGE_EMPTY,
          ErrorCode.UNSUPPORTED_MEDIA_TYPE,
          ErrorCode.IMAGE_TOO_LARGE,
          ErrorCode.IMAGE_CORRUPT);
  private static final int STRIDE = 97;
  private static final long SEED = 20260101;
  private static final Duration BOUND = Duration.ofSeconds(10);

  private final ImageNormaliser normaliser =
      new ImageNormaliser(
          new ImageLimits(1 << 20, 500_000), new DecodeGate(500_000), Duration.ofSeconds(5));

  @TempDir Path workDir;

  static Stream<Path> pictures() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.filter(file -> !file.toString().endsWith(".json")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void aFileThatEndsEarlyIsRefusedOrDecodedInBoundedTime(Path picture) throws IOException {
    byte[] bytes = Files.readAllBytes(picture);
    for (int length = 0; length < bytes.length; length += STRIDE) {
      assertRefusedOrDecoded(Arrays.copyOf(bytes, length), "cut at " + length);
    }
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void aFileWithAFlippedBitIsRefusedOrDecodedInBoundedTime(Path picture) throws IOException {
    Random random = new Random(SEED);
    byte[] bytes = Files.readAllBytes(picture);
    // Headers are the most delicate: every one of their bytes is hit, then every 97th.
    for (int at = 0; at < bytes.length; at += at < STRIDE ? 1 : STRIDE) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      assertRefusedOrDecoded(damaged, "seed " + SEED + ", bit flipped at " + at);
    }
  }

  private void assertRefusedOrDecoded(byte[] bytes, String what) throws IOException {
    Path upload = Files.write(workDir.resolve("upload"), bytes);
    long start = System.nanoTime();
    try {
      NormalisedImage made = normaliser.normalise(upload, workDir);
      assertThat(made.original()).as(what).isNotEmptyFile();
    } catch (UpscaleException refused) {
      assertThat(refused.code()).as(what).isIn(REFUSALS);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).as(what).isLessThan(BOUND);
  }
}
