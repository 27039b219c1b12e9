package dev.aiupscale.api.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.common.job.UpscaleException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
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
  private static final int LAST = 16;
  private static final long SEED = 20260101;
  private static final Duration CPU_BOUND = Duration.ofSeconds(10);

  /** Of the heap, for pictures of up to half a megapixel: some copies of four samples a pixel. */
  private static final long ALLOCATED_BOUND = 64 << 20;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

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
  void aFileThatEndsEarlyIsRefusedOrGivesTheWholePicture(Path picture) throws IOException {
    byte[] bytes = Files.readAllBytes(picture);
    Optional<Decoded> whole = outcome(bytes, "whole");
    for (int length : lengths(bytes.length)) {
      String what = "cut at " + length;
      Optional<Decoded> cut = outcome(Arrays.copyOf(bytes, length), what);
      cut.ifPresent(decoded -> assertThat(decoded).as(what).isEqualTo(whole.orElse(null)));
    }
  }

  /** At every 97th byte, and at each of the last: some writers put there what all else hangs on. */
  private static int[] lengths(int whole) {
    return IntStream.concat(
            IntStream.range(0, whole / STRIDE + 1).map(i -> i * STRIDE),
            IntStream.range(Math.max(0, whole - LAST), whole))
        .filter(length -> length < whole)
        .toArray();
  }

  @Test
  void theComparisonNoticesAPictureThatIsGreyFromTheMiddleOn() throws IOException {
    BufferedImage whole = TestPictures.photo(64, 64, 1);
    BufferedImage half = TestPictures.photo(64, 64, 1);
    half.createGraphics().fillRect(0, 32, 64, 32);

    assertThat(outcome(TestPictures.encoded(half, "png"), "half"))
        .isPresent()
        .isNotEqualTo(outcome(TestPictures.encoded(whole, "png"), "whole"));
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
      outcome(damaged, "seed " + SEED + ", bit flipped at " + at);
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
      outcome(bytes, "seed " + SEED + ", round " + round);
    }
  }

  /** What a picture became: hashes of its files, the second null where there is but one. */
  private record Decoded(String original, @Nullable String source) {}

  /** Refused with one of the known codes, or decoded; in bounded time and memory either way. */
  private Optional<Decoded> outcome(byte[] bytes, String what) throws IOException {
    Path upload = Files.write(workDir.resolve("upload"), bytes);
    long cpu = THREADS.getCurrentThreadCpuTime();
    long allocated = THREADS.getCurrentThreadAllocatedBytes();
    Optional<Decoded> outcome = decoded(upload, what);
    assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - cpu))
        .as(what)
        .isLessThan(CPU_BOUND);
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - allocated)
        .as("allocated, %s", what)
        .isLessThan(ALLOCATED_BOUND);
    return outcome;
  }

  private Optional<Decoded> decoded(Path upload, String what) throws IOException {
    try {
      NormalisedImage made = normaliser.normalise(upload, workDir);
      OUTCOMES.merge("decoded", 1, Integer::sum);
      Path source = made.losslessSource();
      return Optional.of(
          new Decoded(
              Sha256.of(Files.readAllBytes(made.original())),
              source == null ? null : Sha256.of(Files.readAllBytes(source))));
    } catch (UpscaleException refused) {
      assertThat(refused.code()).as(what).isIn(REFUSALS);
      OUTCOMES.merge(refused.code().name(), 1, Integer::sum);
      return Optional.empty();
    }
  }
}
