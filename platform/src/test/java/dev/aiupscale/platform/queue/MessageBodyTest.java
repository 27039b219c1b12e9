package dev.aiupscale.platform.queue;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageBodyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no JSON at all | NOT_JSON",
        "'' | NOT_JSON",
        "null | UNKNOWN_VERSION",
        "[] | UNKNOWN_VERSION",
        "{\"version\":99,\"job\":{}} | UNKNOWN_VERSION",
        "{\"version\":1} | NOT_A_JOB",
        "{\"version\":1,\"job\":null} | NOT_A_JOB",
        "{\"version\":1,\"job\":{}} | NOT_A_JOB",
        "{\"version\":1,\"job\":{\"notes\":[]}} | NOT_A_JOB",
        "{\"version\":1,\"job\":{\"id\":\"../x\",\"notes\":[]}} | NOT_A_JOB",
      })
  void aMessageThatIsNoneSaysWhy(String body, String reason) {
    ReceivedMessage message = new ReceivedMessage("queue", "id", body, "receipt", 1, Map.of());

    assertThatExceptionOfType(PoisonException.class)
        .isThrownBy(() -> MessageBody.job(message))
        .withMessageStartingWith(reason);
  }
}
