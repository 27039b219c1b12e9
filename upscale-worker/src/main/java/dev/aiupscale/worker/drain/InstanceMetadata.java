package dev.aiupscale.worker.drain;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** EC2's metadata service, version 2: each question carries a token that was fetched before. */
final class InstanceMetadata {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final URI endpoint;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  InstanceMetadata(URI endpoint) {
    this.endpoint = endpoint;
  }

  /**
   * Why this instance is to go; empty when it stays.
   *
   * @throws IOException when the service does not answer
   */
  Optional<String> notice() throws IOException {
    String token = token();
    Optional<String> spot = entry("spot/instance-action", token);
    if (spot.isPresent()) {
      return spot.map(action -> "spot interruption " + action);
    }
    Optional<String> target = entry("autoscaling/target-lifecycle-state", token);
    if (target.filter("Terminated"::equals).isPresent()) {
      return Optional.of("Auto Scaling ends this instance");
    }
    return entry("events/recommendations/rebalance", token).map(at -> "rebalance advised " + at);
  }

  /**
   * The id of this instance.
   *
   * @throws IOException when the service does not answer
   */
  String instanceId() throws IOException {
    return entry("instance-id", token()).orElseThrow(() -> new IOException("no instance id"));
  }

  private String token() throws IOException {
    HttpResponse<String> answer =
        send(
            request("/latest/api/token")
                .header("X-aws-ec2-metadata-token-ttl-seconds", "60")
                .PUT(BodyPublishers.noBody())
                .build());
    if (answer.statusCode() != 200) {
      throw new IOException("no metadata token: status " + answer.statusCode());
    }
    return answer.body();
  }

  private Optional<String> entry(String name, String token) throws IOException {
    HttpResponse<String> answer =
        send(
            request("/latest/meta-data/" + name).header("X-aws-ec2-metadata-token", token).build());
    return switch (answer.statusCode()) {
      case 200 -> Optional.of(answer.body().strip());
      case 404 -> Optional.empty();
      default -> throw new IOException("metadata " + name + ": status " + answer.statusCode());
    };
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(endpoint.resolve(path)).timeout(PATIENCE);
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
