package dev.aiupscale.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The stack as a process of its own: how it ends, and what it finds when it was killed. */
class LocalStackMainIT {
  @TempDir Path dataDir;
  private final List<Process> processes = new ArrayList<>();
  private Map<String, String> environment;
  private Clients clients;

  @BeforeEach
  void choosePorts() throws IOException {
    int s3 = freePort();
    int sqs = freePort();
    int redis = freePort();
    environment =
        Map.of(
            "STACK_DATA_DIR", dataDir.toString(),
            "STACK_S3_PORT", String.valueOf(s3),
            "STACK_SQS_PORT", String.valueOf(sqs),
            "STACK_REDIS_PORT", String.valueOf(redis));
    clients =
        new Clients(
            LocalStackMain.fromEnvironment(environment),
            URI.create("http://127.0.0.1:" + s3),
            URI.create("http://127.0.0.1:" + sqs),
            URI.create("redis://127.0.0.1:" + redis));
  }

  @AfterEach
  void endAll() throws InterruptedException {
    for (Process process : processes) {
      process.destroy();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void sigtermStopsEverythingAndKeepsTheData() throws Exception {
    Process first = startReady();
    putOneOfEach();

    first.destroy();

    assertThat(first.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(portIsFree(clients.redisEndpoint().getPort())).isTrue();
    startReady();
    assertOneOfEachIsThere();
  }

  @Test
  void theRedisOfAKilledStackIsTakenOverAndNothingAcceptedIsLost() throws Exception {
    Process first = startReady();
    putOneOfEach();

    first.destroyForcibly().waitFor();

    assertThat(clients.redis("PING")).as("the orphan lives").isEqualTo("+PONG");
    startReady();
    assertOneOfEachIsThere();
  }

  @Test
  void aTakenPortEndsTheProcessWithOneLineThatNamesIt() throws Exception {
    try (var taken =
        new ServerSocket(
            clients.sqsEndpoint().getPort(), 1, InetAddress.getByName(LocalStackConfig.LOOPBACK))) {
      Process process = start();

      assertThat(process.inputReader().lines())
          .containsExactly(
              "SQS cannot start on port %d: the port is taken".formatted(taken.getLocalPort()));
      assertThat(process.waitFor()).isEqualTo(1);
      assertThat(portIsFree(clients.redisEndpoint().getPort())).isTrue();
    }
  }

  private void putOneOfEach() {
    LocalStackConfig config = clients.config();
    try (S3Client s3 = clients.s3();
        SqsClient sqs = clients.sqs()) {
      Clients.put(s3, config.bucket(), "jobs/1.json", "kept");
      String queue = clients.queueUrl(sqs, config.queue());
      sqs.sendMessage(m -> m.queueUrl(queue).messageBody("kept"));
    }
    assertThat(clients.redis("SET key kept")).isEqualTo("+OK");
  }

  private void assertOneOfEachIsThere() {
    LocalStackConfig config = clients.config();
    try (S3Client s3 = clients.s3();
        SqsClient sqs = clients.sqs()) {
      assertThat(Clients.get(s3, config.bucket(), "jobs/1.json")).isEqualTo("kept");
      String queue = clients.queueUrl(sqs, config.queue());
      assertThat(sqs.receiveMessage(r -> r.queueUrl(queue).waitTimeSeconds(10)).messages())
          .extracting(Message::body)
          .containsExactly("kept");
    }
    assertThat(clients.redis("GET key")).isEqualTo("kept");
  }

  private Process startReady() throws IOException {
    Process process = start();
    BufferedReader output = process.inputReader();
    List<String> lines = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      lines.add(line);
      if (line.equals("local stack ready")) {
        return process;
      }
    }
    throw new AssertionError("not ready: " + lines);
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            LocalStackMain.class.getName());
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    processes.add(process);
    return process;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static boolean portIsFree(int port) {
    try (var probe = new ServerSocket(port, 1, InetAddress.getByName(LocalStackConfig.LOOPBACK))) {
      return probe.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
