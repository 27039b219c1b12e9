package dev.aiupscale.api.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiupscale.common.job.UpscaleException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackRulesTest {
  private static final Optional<String> SECRET =
      Optional.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

  private final CallbackRules rules = new CallbackRules(new Callbacks(SECRET, false, false));

  @Test
  void anHttpsAddressIsTaken() {
    assertThat(rules.accept("https://hooks.example.org:8443/a?b=c").getPort()).isEqualTo(8443);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "https:/path",
        "//example.org/",
        "https://user@example.org/",
        "https://exa mple.org/",
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://169.254.169.254/latest/meta-data/",
      })
  void whatMayNotBeCalledIsRefused(String url) {
    assertThatThrownBy(() -> rules.accept(url))
        .isInstanceOf(UpscaleException.class)
        .hasMessageContaining("callbackUrl");
  }

  @Test
  void plainHttpAndPrivateNetworksCanBeAllowed() {
    CallbackRules open = new CallbackRules(new Callbacks(SECRET, true, true));

    assertThat(open.accept("http://10.0.0.1:8080/told").getHost()).isEqualTo("10.0.0.1");
  }
}
