package dev.aiupscale.e2e.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiupscale.e2e.Eventually;
import dev.aiupscale.e2e.RunningSystem;
import dev.aiupscale.e2e.UpscaleClient;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Bad pictures are refused or done, each for itself, and good ones do not notice. */
class HostileUploadsIT {
  private static final long SEED = Long.getLong("seed", 20261125);
  private static final int HOSTILE = 200;
  private static final int GOOD = 20;
  private static final int AT_ONCE = 8;
  private static final Map<String, String> SLIM_2X = Map.of("model", "esrgan-slim", "scale", "2");
  private static final Set<String> REFUSALS =
      Set.of("IMAGE_EMPTY", "IMAGE_CORRUPT", "IMAGE_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE");

  private final UpscaleClient client = RunningSystem.shared().client();

  @Test
  void twoHundredBadUploadsDoNotDisturbTwentyGoodOnes() {
    Map<String, Integer> outcomes = new TreeMap<>();
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<CompletableFuture<String>> bad = new ArrayList<>();
      List<CompletableFuture<Void>> good = new ArrayList<>();
      HostileFiles files = new HostileFiles(Case.all("cases.json").map(Case::file).toList(), SEED);
      for (int i = 0; i < HOSTILE; i++) {
        byte[] file = files.next();
        bad.add(CompletableFuture.supplyAsync(() -> outcome(file), threads));
        if (i % (HOSTILE / GOOD) == 0) {
          int number = good.size();
          good.add(CompletableFuture.runAsync(() -> isDoneAndRight(number), threads));
        }
      }
      good.forEach(CompletableFuture::join);
      bad.forEach(one -> outcomes.merge(one.join(), 1, Integer::sum));
      System.out.printf(
          "%d hostile uploads (seed %d): %s; %d good ones beside them: all done and right%n",
          HOSTILE, SEED, outcomes, good.size());
    } finally {
      threads.shutdownNow();
    }
    assertThat(outcomes.keySet()).isSubsetOf(allowed());
    assertThat(outcomes).containsKeys("IMAGE_CORRUPT", "UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void bombsOfTheKnownKindsAreRefusedAndDoNotDisturbGoodOnes() {
    Map<String, String> outcomes = new TreeMap<>();
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      Map<String, CompletableFuture<String>> bad = new TreeMap<>();
      List<CompletableFuture<Void>> good = new ArrayList<>();
      Bombs.all()
          .forEach(
              (name, file) -> {
                bad.put(name, CompletableFuture.supplyAsync(() -> refusal(file), threads));
                int number = GOOD + good.size();
                good.add(CompletableFuture.runAsync(() -> isDoneAndRight(number), threads));
              });
      good.forEach(CompletableFuture::join);
      bad.forEach((name, one) -> outcomes.put(name, one.join()));
      System.out.printf("bombs: %s; %d good ones beside them%n", outcomes, good.size());
    } finally {
      threads.shutdownNow();
    }
    assertThat(outcomes.values()).isSubsetOf(REFUSALS);
    assertThat(outcomes).isEqualTo(Bombs.REFUSALS);
  }

  /** At eight times the size, so that what is decoded has too large a result at the latest. */
  private String refusal(byte[] file) {
    return client
        .submit(file, "bomb", Map.of("model", "esrgan-slim", "scale", "8"))
        .json()
        .path("code")
        .asText("accepted");
  }

  private static Set<String> allowed() {
    return Set.copyOf(Stream.concat(REFUSALS.stream(), Stream.of("DONE")).toList());
  }

  /** The code of the refusal, or what became of a file that is still a picture. */
  private String outcome(byte[] file) {
    UpscaleClient.Answer answer = client.submit(file, "hostile", SLIM_2X);
    if (answer.status() >= 400) {
      return answer.json().get("code").asText();
    }
    String id = answer.id();
    Eventually.is(Duration.ofSeconds(120), () -> isOver(client.job(id)));
    JsonNode job = client.job(id);
    return job.path("error").path("code").asText(job.get("state").asText());
  }

  private static boolean isOver(JsonNode job) {
    return Set.of("DONE", "FAILED").contains(job.get("state").asText());
  }

  private void isDoneAndRight(int number) {
    int rgb = new java.awt.Color(20 + 6 * number, 220 - 5 * number, 60 + 4 * number).getRGB();
    String id = client.submit(flat(rgb), "good.png", SLIM_2X).id();
    client.await(id, "DONE");
    int got = client.result(id).getRGB(48, 32);
    for (int shift = 0; shift <= 16; shift += 8) {
      assertThat(Math.abs((got >> shift & 255) - (rgb >> shift & 255)))
          .as("good picture %d", number)
          .isLessThanOrEqualTo(3);
    }
  }

  private static byte[] flat(int rgb) {
    BufferedImage image = new BufferedImage(48, 32, BufferedImage.TYPE_INT_RGB);
    int[] pixels = new int[48 * 32];
    Arrays.fill(pixels, rgb);
    image.setRGB(0, 0, 48, 32, pixels, 0, 48);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }
}
