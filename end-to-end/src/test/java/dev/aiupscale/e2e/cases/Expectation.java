package dev.aiupscale.e2e.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Holds what came back against what a case expects. */
final class Expectation {
  private static final int TOLERANCE = 20;
  private static final int ALPHA_TOLERANCE = 16;
  private static final int LONGEST_PROBLEM = 8192;
  private static final Pattern INSIDES =
      Pattern.compile("root:x:|java\\.|at [a-z]+\\.[a-z]+\\.[A-Za-z]+\\(|Exception");
  private static final Pattern UNSAFE = Pattern.compile("\\.\\.[\\\\/]|etc/passwd|[\\x00\\r\\n]");
  private final JsonNode told;

  Expectation(JsonNode told) {
    this.told = told;
  }

  boolean isRefusal() {
    return told.get("http").asInt() >= 400;
  }

  /** What an earlier case already sent with the same options is answered by 200. */
  void checkStatus(HttpResponse<byte[]> answer) {
    int wanted = told.get("http").asInt();
    assertThat(answer.statusCode()).isIn(wanted == 202 ? List.of(202, 200) : List.of(wanted));
  }

  /** An error that a program can act on, and that tells nothing of the service's insides. */
  void checkProblem(HttpResponse<byte[]> answer) {
    assertThat(CaseClient.header(answer, "Content-Type")).startsWith("application/problem+json");
    JsonNode problem = CaseClient.json(answer);
    assertThat(problem.get("status").asInt()).isEqualTo(answer.statusCode());
    assertThat(problem.get("code").asText()).matches("[A-Z][A-Z0-9_]+");
    if (told.has("error")) {
      assertThat(problem.get("code").asText()).isEqualTo(told.get("error").asText());
    }
    assertThat(answer.body()).hasSizeLessThan(LONGEST_PROBLEM);
    assertThat(problem.toString()).doesNotContainPattern(INSIDES);
  }

  void checkResult(HttpResponse<byte[]> answer, JsonNode job) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.body()));
    String type = answer.body()[0] == (byte) 0xff ? "image/jpeg" : "image/png";
    assertThat(CaseClient.header(answer, "Content-Type")).isEqualTo(type);
    assertThat(image.getWidth()).isEqualTo(told.get("width").asInt());
    assertThat(image.getHeight()).isEqualTo(told.get("height").asInt());
    assertThat(hasTransparency(image)).isEqualTo(told.get("alpha").asBoolean());
    told.path("pixels").forEach(pixel -> checkPixel(image, pixel));
    if (told.path("safeNames").asBoolean()) {
      String disposition = CaseClient.header(answer, "Content-Disposition");
      assertThat(disposition).contains("filename*=UTF-8''").doesNotContainPattern(UNSAFE);
      assertThat(disposition.replaceAll(".*filename=\"([^\"]*).*", "$1"))
          .doesNotContain("/", "\\", ";");
      assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "x-injected");
      assertThat(job.toString()).doesNotContainPattern(UNSAFE).doesNotContain("\\r", "\\n");
    }
  }

  private static void checkPixel(BufferedImage image, JsonNode pixel) {
    int argb = image.getRGB(pixel.get("x").asInt(), pixel.get("y").asInt());
    if (pixel.has("rgb")) {
      for (int channel = 0; channel < 3; channel++) {
        int got = argb >> 16 - 8 * channel & 255;
        int off = Math.abs(got - pixel.get("rgb").get(channel).asInt());
        assertThat(off)
            .as("%s, got %06x", pixel, argb & 0xffffff)
            .isLessThanOrEqualTo(pixel.path("tol").asInt(TOLERANCE));
      }
    }
    if (pixel.has("a")) {
      assertThat(Math.abs((argb >>> 24) - pixel.get("a").asInt()))
          .as("%s, got alpha %d", pixel, argb >>> 24)
          .isLessThanOrEqualTo(pixel.path("atol").asInt(ALPHA_TOLERANCE));
    }
  }

  private static boolean hasTransparency(BufferedImage image) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    for (int argb : pixels) {
      if (argb >>> 24 != 255) {
        return true;
      }
    }
    return false;
  }
}
