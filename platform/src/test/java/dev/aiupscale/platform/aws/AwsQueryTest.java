package dev.aiupscale.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** What is sent to CloudWatch and to Auto Scaling, and what becomes of a refusal. */
class AwsQueryTest {
  private final AwsIdentity identity =
      new AwsIdentity(
          () -> Region.EU_WEST_1,
          StaticCredentialsProvider.create(AwsBasicCredentials.create("an-id", "a-secret")));
  private final List<String> forms = new ArrayList<>();
  private final List<String> signatures = new ArrayList<>();
  private final HttpServer server;
  private int status = 200;

  AwsQueryTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void figuresGoToTheirNamespaceAtFullResolution() throws IOException {
    new CloudWatchMetrics(endpoint(), identity, "AIUpscale", "upscale-jobs")
        .tell(Map.of("WaitingJobs", 2.5));

    assertThat(fields(forms.get(0)))
        .contains(
            "Action=PutMetricData",
            "Namespace=AIUpscale",
            "MetricData.member.1.MetricName=WaitingJobs",
            "MetricData.member.1.Value=2.5",
            "MetricData.member.1.StorageResolution=1",
            "MetricData.member.1.Dimensions.member.1.Name=QueueName",
            "MetricData.member.1.Dimensions.member.1.Value=upscale-jobs");
    assertThat(signatures.get(0))
        .startsWith("AWS4-HMAC-SHA256 Credential=an-id/")
        .contains("/eu-west-1/monitoring/aws4_request");
  }

  @Test
  void protectionIsSetOnThisInstanceAlone() throws IOException {
    new AutoScalingProtection(endpoint(), identity, "a-group", "i-1").set(true);

    assertThat(fields(forms.get(0)))
        .contains(
            "Action=SetInstanceProtection",
            "AutoScalingGroupName=a-group",
            "InstanceIds.member.1=i-1",
            "ProtectedFromScaleIn=true");
  }

  @Test
  void aRefusalSaysWhy() {
    status = 403;

    assertThatIOException()
        .isThrownBy(
            () -> new AutoScalingProtection(endpoint(), identity, "a-group", "i-1").set(true))
        .withMessageContaining("SetInstanceProtection")
        .withMessageContaining("403")
        .withMessageContaining("a reason");
  }

  @Test
  void aServiceThatIsNotThereIsAnIoFailure() {
    Optional<URI> nobody = endpoint();
    server.stop(0);

    assertThatIOException()
        .isThrownBy(() -> new AutoScalingProtection(nobody, identity, "a-group", "i-1").set(true));
  }

  private Optional<URI> endpoint() {
    return Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
  }

  private static List<String> fields(String form) {
    return List.of(form.split("&")).stream()
        .map(field -> URLDecoder.decode(field, StandardCharsets.UTF_8))
        .toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    forms.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    signatures.add(exchange.getRequestHeaders().getFirst("Authorization"));
    byte[] body = "a reason".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
