package dev.aiupscale.e2e.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.e2e.RunningSystem;
import dev.aiupscale.e2e.TestImages;
import dev.aiupscale.e2e.cases.MultipartForm;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a client asks, rightly or not, the answer is one that the document knows. */
class ContractFuzzIT {
  private static final int REQUESTS = 5000;
  private static final long SEED = Long.getLong("fuzz.seed", 1);

  private static final List<String> METHODS =
      List.of("GET", "GET", "GET", "GET", "GET", "GET", "HEAD", "DELETE", "PUT", "PATCH", "POST");
  private static final List<String> ROUTES =
      List.of(
          "/api/v1/jobs/%s",
          "/api/v1/jobs/%s/result",
          "/api/v1/jobs/%s/result?delivery=redirect",
          "/api/v1/uploads",
          "/api/v1/uploads/%s",
          "/api/v1/jobs/%s/original",
          "/api/v1/jobs/%s/preview?width=%s",
          "/api/v1/jobs?imageId=%s",
          "/api/v1/models",
          "/result/%s",
          "/image/original/%s",
          "/image/upscaled/%s",
          "/api/result/%s",
          "/api/v1/jobs/%s/nothing");
  private static final List<String> FORMS =
      List.of("/api/v1/jobs", "/api/v1/jobs", "/api/v1/jobs", "/upload", "/api/v1/uploads");
  private static final List<String> WORDS =
      List.of(
          "",
          "0",
          "-1",
          "2",
          "3",
          "4",
          "8",
          "80",
          "100",
          "101",
          "2147483648",
          "1e3",
          "auto",
          "jpeg",
          "png",
          "webp",
          "PNG",
          "gif",
          "true",
          "on",
          "off",
          "maybe",
          "esrgan-slim",
          "esrgan-medium",
          "real-esrgan-photo",
          "../../etc/passwd",
          "%00",
          "é",
          "ｆｕｌｌ",
          "strip",
          "keep-basic",
          "x2",
          "x9",
          "a b",
          "<script>",
          "'; --",
          "null",
          "NaN");
  private static final List<String> FIELDS =
      List.of(
          "model",
          "scale",
          "format",
          "quality",
          "metadata",
          "exact",
          "colorGuard",
          "ignoreCache",
          "dryRun",
          "upscalingOption",
          "callbackUrl",
          "upload",
          "name",
          "bytes",
          "whatever",
          "image",
          "");
  private static final List<String> HEADERS =
      List.of(
          "If-None-Match",
          "If-Match",
          "If-Range",
          "Range",
          "Accept",
          "Prefer",
          "Idempotency-Key",
          "X-Forwarded-For",
          "Last-Event-ID");
  private static final List<String> VALUES =
      List.of(
          "*",
          "\"abc\"",
          "W/\"abc\"",
          "bytes=0-",
          "bytes=-1",
          "bytes=5-2",
          "bytes=9999999-",
          "bytes=0-1,4-5",
          "items=1",
          "image/*",
          "application/json",
          "text/html",
          "wait=0",
          "wait=x",
          "-",
          "99999999999999999999",
          "Sat, 29 Oct 1994 19:43:31 GMT");

  private final Random random = new Random(SEED);
  private final CheckedClient client = new CheckedClient(RunningSystem.shared().baseUri());
  private final List<byte[]> pictures = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();

  @Test
  void noRequestHasAnAnswerThatIsNotDocumented() {
    for (int i = 0; i < 12; i++) {
      byte[] picture = TestImages.busy(5 + i, 9, 42_000 + i, i % 2 == 0 ? "png" : "jpg");
      pictures.add(picture);
      ids.add(Sha256.of(picture));
    }
    ids.addAll(List.of("0".repeat(64), "A".repeat(64), "%2e%2e%2f", "%00", "%F0%9F%98%80"));
    Map<Integer, Integer> statuses = new LinkedHashMap<>();
    for (int i = 0; i < REQUESTS; i++) {
      HttpResponse<byte[]> answer = random.nextInt(5) == 0 ? submit() : ask();
      statuses.merge(answer.statusCode(), 1, Integer::sum);
    }

    assertThat(statuses).doesNotContainKey(500);
    assertThat(statuses.keySet()).contains(200, 202, 206, 304, 400, 404, 405, 415, 422);
  }

  private HttpResponse<byte[]> ask() {
    String route = one(ROUTES).formatted(one(ids), random.nextInt(3000) - 100);
    List<String> headers = new ArrayList<>();
    while (random.nextInt(3) == 0) {
      headers.add(one(HEADERS));
      headers.add(one(VALUES));
    }
    return client.call(
        one(METHODS), route, Map.of(), BodyPublishers.noBody(), headers.toArray(String[]::new));
  }

  private HttpResponse<byte[]> submit() {
    MultipartForm form = new MultipartForm();
    for (int i = random.nextInt(4); i > 0; i--) {
      form.text(one(FIELDS), one(WORDS));
    }
    for (int i = random.nextInt(12) == 0 ? random.nextInt(3) : 1; i > 0; i--) {
      form.file("image", one(WORDS).replace("\"", "") + ".png", "image/png", picture());
    }
    HttpResponse<byte[]> answer = client.submit(one(FORMS), form);
    if (answer.statusCode() == 202) {
      ids.add(CheckedClient.json(answer).get("id").asText());
    }
    return answer;
  }

  /** Most are whole; the others are cut off, or have some bytes of noise. */
  private byte[] picture() {
    byte[] picture = one(pictures);
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(picture, random.nextInt(picture.length));
      case 1 -> {
        byte[] noisy = picture.clone();
        for (int i = 0; i < 4; i++) {
          noisy[random.nextInt(noisy.length)] = (byte) random.nextInt();
        }
        yield noisy;
      }
      default -> picture;
    };
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
