package dev.aiupscale.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

class LocalStackIT {
  private static final LocalStackConfig TRANSIENT = LocalStackConfig.transientOnFreePorts();

  @TempDir Path dataDir;

  @Test
  void aMessageGoesToTheDeadLetterQueueAfterThreeReceives() {
    try (LocalStack stack = LocalStack.start(TRANSIENT);
        SqsClient sqs = Clients.of(stack).sqs()) {
      Clients clients = Clients.of(stack);
      String queue = clients.queueUrl(sqs, TRANSIENT.queue());
      sqs.sendMessage(m -> m.queueUrl(queue).messageBody("hopeless"));

      for (int i = 0; i < TRANSIENT.maxReceiveCount(); i++) {
        List<Message> received = receive(sqs, queue);
        assertThat(received).hasSize(1);
        giveBack(sqs, queue, received.get(0));
      }

      assertThat(sqs.receiveMessage(r -> r.queueUrl(queue)).messages()).isEmpty();
      assertThat(receive(sqs, clients.queueUrl(sqs, TRANSIENT.deadLetterQueue())))
          .extracting(Message::body)
          .containsExactly("hopeless");
    }
  }

  @Test
  void aTakenPortIsNamedWithItsPartAndNothingIsLeftRunning() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName(LocalStackConfig.LOOPBACK))) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> LocalStack.start(TRANSIENT.withPorts(port, 0, 0)))
          .isInstanceOf(PartNotStartedException.class)
          .hasMessage("S3 cannot start on port %d: the port is taken", port);
      assertThatThrownBy(() -> LocalStack.start(TRANSIENT.withPorts(0, port, 0)))
          .hasMessage("SQS cannot start on port %d: the port is taken", port);
      assertThatThrownBy(() -> LocalStack.start(TRANSIENT.withPorts(0, 0, port)))
          .hasMessage("Redis cannot start on port %d: the port is taken", port);
    }
  }

  @Test
  void twoStacksOverOneDirectoryAreRefused() {
    LocalStackConfig config = TRANSIENT.withDataDir(dataDir);
    try (LocalStack first = LocalStack.start(config)) {
      assertThatThrownBy(() -> LocalStack.start(config))
          .isInstanceOf(PartNotStartedException.class)
          .hasMessageContaining(dataDir.toString());
      assertThat(Clients.of(first).redis("PING")).isEqualTo("+PONG");
    }
  }

  private static List<Message> receive(SqsClient sqs, String queue) {
    return sqs.receiveMessage(r -> r.queueUrl(queue).waitTimeSeconds(10)).messages();
  }

  private static void giveBack(SqsClient sqs, String queue, Message message) {
    sqs.changeMessageVisibility(
        c -> c.queueUrl(queue).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
  }
}
