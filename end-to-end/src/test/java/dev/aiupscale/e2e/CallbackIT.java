package dev.aiupscale.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.aiupscale.common.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever asked to be told of a job's end is told, whichever process dies meanwhile. */
class CallbackIT {
  private static final byte[] KEY = "0123456789abcdefghijklmn".getBytes(StandardCharsets.UTF_8);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Map<String, String> ON =
      Map.of(
          "API_CALLBACKS_SECRET", "whsec_" + Base64.getEncoder().encodeToString(KEY),
          "API_CALLBACKS_ALLOW_HTTP", "true",
          "API_CALLBACK_INTERVAL", "1s");

  private final RunningSystem system = RunningSystem.shared();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private HttpServer receiver;

  private record Call(String path, String id, String timestamp, String signature, byte[] body) {}

  @BeforeEach
  void listen() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", this::receive);
    receiver.start();
  }

  @AfterEach
  void close() {
    receiver.stop(0);
  }

  @Test
  void aReceiverIsToldUnderOneIdUntilItTakesTheMessageThoughTheApiThatPromisedItDied()
      throws GeneralSecurityException, IOException {
    system.stopWorker();
    Map<String, String> settings = withPrivateNetworks();
    String[] id = new String[1];
    system.withSecondApi(settings, api -> id[0] = submit(api, 53_001, url("/sometimes")).id());
    system.startWorker();
    system.withSecondApi(
        settings,
        api -> {
          Eventually.is(PATIENCE, () -> calls("/sometimes").size() >= 2);
          Eventually.is(PATIENCE, () -> system.objectsBelow("callbacks/" + id[0]) == 0);
        });

    Call first = calls("/sometimes").get(0);
    Call second = calls("/sometimes").get(1);
    assertThat(second.id()).isEqualTo(first.id()).startsWith("msg_");
    assertThat(second.signature()).isEqualTo(signature(second));
    JsonNode told = Json.read(second.body(), JsonNode.class);
    assertThat(told.get("type").asText()).isEqualTo("job.done");
    assertThat(told.at("/data/id").asText()).isEqualTo(id[0]);
    assertThat(told.at("/data/state").asText()).isEqualTo("DONE");
  }

  @Test
  void aRedirectIsNotFollowed() {
    system.withSecondApi(
        withPrivateNetworks(),
        api -> {
          submit(api, 53_002, url("/elsewhere"));
          Eventually.is(PATIENCE, () -> calls("/elsewhere").size() >= 2);
          String id = submit(api, 53_002, url("/elsewhere")).id();
          api.delete("/api/v1/jobs/" + id);
        });

    assertThat(calls("/secret")).isEmpty();
  }

  @Test
  void addressesInPrivateNetworksAreNotCalledWhateverTheirName() {
    system.withSecondApi(
        ON,
        api -> {
          UpscaleClient.Answer literal = submit(api, 53_003, url("/private"));
          assertThat(literal.status()).isEqualTo(400);
          assertThat(literal.json().get("detail").asText())
              .contains("callbackUrl")
              .contains("private");

          String named = "http://localhost:" + receiver.getAddress().getPort() + "/private";
          String id = submit(api, 53_003, named).id();
          api.await(id, "DONE");
          Eventually.is(PATIENCE, () -> postponed(api) > 0);
          api.delete("/api/v1/jobs/" + id);
        });

    assertThat(calls("/private")).isEmpty();
  }

  @Test
  void withoutASecretAWishToBeToldIsRefusedAndSaysWhy() {
    UpscaleClient.Answer answer = submit(system.client(), 53_004, "https://example.org/told");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("code").asText()).isEqualTo("OPTION_INVALID");
    assertThat(answer.json().get("detail").asText()).contains("callbackUrl").contains("off");
  }

  private static Map<String, String> withPrivateNetworks() {
    Map<String, String> settings = new HashMap<>(ON);
    settings.put("API_CALLBACKS_ALLOW_PRIVATE", "true");
    return settings;
  }

  private static double postponed(UpscaleClient api) {
    String metrics = new String(api.get("/q/metrics").body(), StandardCharsets.UTF_8);
    return metrics
        .lines()
        .filter(line -> line.startsWith("upscale_callbacks_total{outcome=\"postponed\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private static UpscaleClient.Answer submit(UpscaleClient api, long seed, String url) {
    byte[] picture = TestImages.busy(24, 20, seed, "png");
    return api.submit(picture, "p.png", Map.of("callbackUrl", url));
  }

  private String url(String path) {
    return "http://127.0.0.1:" + receiver.getAddress().getPort() + path;
  }

  private List<Call> calls(String path) {
    return calls.stream().filter(call -> call.path().equals(path)).toList();
  }

  /** Takes the second message at {@code /sometimes}, and none elsewhere. */
  private void receive(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    calls.add(
        new Call(
            path,
            exchange.getRequestHeaders().getFirst("webhook-id"),
            exchange.getRequestHeaders().getFirst("webhook-timestamp"),
            exchange.getRequestHeaders().getFirst("webhook-signature"),
            exchange.getRequestBody().readAllBytes()));
    if (path.equals("/elsewhere")) {
      exchange.getResponseHeaders().set("Location", url("/secret"));
      exchange.sendResponseHeaders(307, -1);
    } else {
      exchange.sendResponseHeaders(calls(path).size() < 2 ? 500 : 204, -1);
    }
    exchange.close();
  }

  private static String signature(Call call) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
    mac.update((call.id() + "." + call.timestamp() + ".").getBytes(StandardCharsets.UTF_8));
    return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(call.body()));
  }
}
