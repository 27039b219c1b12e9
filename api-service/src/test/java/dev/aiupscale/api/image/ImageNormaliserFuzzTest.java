package dev.aiupscale.api.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damages every case's file in many places and looks at what comes of it. */
class ImageNormaliserFuzzTest {
  private static final List<Path> FOLDERS =
      List.of(Path.of("src/test/resources/cases"), Path.of("src/test/resources/variants"));
  private static final List<String> STARTS =
      List.of(
          "\u00ff\u00d8\u00ff\u00e0",
          "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR",
          "GIF89a",
          "BM",
          "II*\0",
          "MM\0*",
          "RIFF");
  private static final Map<String, Integer> OUTCOMES = new TreeMap<>();
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
    List<Path> pictures = new ArrayList<>();
    for (Path folder : FOLDERS) {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(file -> !file.toString().matches(".*(json|md)")).forEach(pictures::add);
      }
    }
    return pictures.stream().sorted();
  }

  static List<String> starts() {
    return STARTS;
  }

  @AfterAll
  static void tellTheOutcomes() {
    int all = OUTCOMES.values().stream().mapToInt(Integer::intValue).sum();
    System.out.printf("%d hostile files: %s%n", all, OUTCOMES);
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

  @ParameterizedTest
  @MethodSource("starts")
  void aKnownStartWithMadeUpBytesIsRefusedOrDecodedInBoundedTime(String start) throws IOException {
    Random random = new Random(SEED);
    byte[] head = start.getBytes(StandardCharsets.ISO_8859_1);
    for (int round = 0; round < 300; round++) {
      byte[] bytes = new byte[head.length + random.nextInt(3000)];
      random.nextBytes(bytes);
      System.arraycopy(head, 0, bytes, 0, head.length);
      assertRefusedOrDecoded(bytes, "seed " + SEED + ", round " + round);
    }
  }

  private void assertRefusedOrDecoded(byte[] bytes, String what) throws IOException {
    Path upload = Files.write(workDir.resolve("upload"), bytes);
    long start = System.nanoTime();
    try {
      NormalisedImage made = normaliser.normalise(upload, workDir);
      assertThat(made.original()).as(what).isNotEmptyFile();
      OUTCOMES.merge("decoded", 1, Integer::sum);
    } catch (UpscaleException refused) {
      assertThat(refused.code()).as(what).isIn(REFUSALS);
      OUTCOMES.merge(refused.code().name(), 1, Integer::sum);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).as(what).isLessThan(BOUND);
  }
}
