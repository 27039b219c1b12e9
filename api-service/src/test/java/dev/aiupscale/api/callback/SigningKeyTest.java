package dev.aiupscale.api.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SigningKeyTest {
  /** The example of the Standard Webhooks' own libraries. */
  @Test
  void aSignatureIsTheOneThatReceiversExpect() {
    SigningKey key = SigningKey.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    byte[] body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

    assertThat(key.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, body))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void aSecretThatIsNoneStopsTheStartAndIsNotTold() {
    for (String wrong : new String[] {"secret", "whsec_", "whsec_c2hvcnQ=", "whsec_%%%"}) {
      assertThatThrownBy(() -> SigningKey.parse(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("api.callbacks.secret")
          .hasMessageNotContaining("c2hvcnQ");
    }
  }
}
