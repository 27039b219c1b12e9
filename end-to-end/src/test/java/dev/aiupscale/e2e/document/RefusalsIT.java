package dev.aiupscale.e2e.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiupscale.common.json.Json;
import dev.aiupscale.e2e.RunningSystem;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is refused by the server, not by a resource, is refused as the document says. */
class RefusalsIT {
  private static final int LIMIT = 67_108_864;
  private static final int CHUNK = 1 << 20;

  private final URI base = RunningSystem.shared().baseUri();

  @Test
  void aBodyOfUntoldSizeThatIsTooLargeIsRefusedWithTheLimit() throws IOException {
    String answer = sendChunked(LIMIT + 2 * CHUNK);

    assertThat(answer).startsWith("HTTP/1.1 413 ").contains("application/problem+json");
    String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
    JsonNode problem = Json.read(body.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    assertThat(problem.get("code").asText()).isEqualTo("IMAGE_TOO_LARGE");
    assertThat(problem.get("detail").asText()).contains(String.valueOf(LIMIT));
  }

  @Test
  void aMethodThatAPathDoesNotTakeIsRefusedWithThoseThatItTakes() {
    CheckedClient client = new CheckedClient(base);

    assertThat(allowed(client, "PUT", "/api/v1/models")).isEqualTo("GET, HEAD, OPTIONS");
    assertThat(allowed(client, "PATCH", "/api/v1/jobs")).isEqualTo("GET, HEAD, OPTIONS, POST");
    assertThat(allowed(client, "POST", "/api/v1/jobs/" + "0".repeat(64)))
        .isEqualTo("DELETE, GET, HEAD, OPTIONS");
    assertThat(allowed(client, "GET", "/upload")).isEqualTo("OPTIONS, POST");
  }

  private static String allowed(CheckedClient client, String method, String path) {
    HttpResponse<byte[]> answer = client.call(method, path, Map.of(), BodyPublishers.noBody());
    assertThat(answer.statusCode()).isEqualTo(405);
    return answer.headers().firstValue("Allow").orElseThrow();
  }

  private String sendChunked(int bytes) throws IOException {
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      OutputStream out = socket.getOutputStream();
      write(
          out,
          "POST /api/v1/jobs HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
              + "Connection: close\r\nContent-Type: multipart/form-data; boundary=b\r\n\r\n");
      String part = "--b\r\nContent-Disposition: form-data; name=\"image\"; filename=\"a.png\"";
      chunk(out, (part + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      for (int sent = 0; sent < bytes; sent += CHUNK) {
        chunk(out, new byte[CHUNK]);
      }
      chunk(out, "\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII));
      write(out, "0\r\n\r\n");
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void chunk(OutputStream out, byte[] content) throws IOException {
    write(out, Integer.toHexString(content.length) + "\r\n");
    out.write(content);
    write(out, "\r\n");
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }
}
