package dev.aiupscale.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiupscale.common.job.Sha256;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeysTest {
  private static final ApiKeys.Defaults DEFAULTS = new ApiKeys.Defaults(6000, 0.5);
  private static final String HASH = Sha256.of("secret".getBytes(StandardCharsets.UTF_8));

  @Test
  void aKeyIsFoundByItsHashAndHasItsLinesFiguresOrTheDefaults() {
    ApiKeys keys =
        ApiKeys.parse("# ours\n\n shop  " + HASH + " 60 0.1\nlab " + "a".repeat(64), DEFAULTS);

    assertThat(keys.find("secret")).contains(new ApiKey("shop", HASH, 60, 0.1));
    assertThat(keys.find("other")).isEmpty();
    assertThat(ApiKeys.parse("lab " + HASH, DEFAULTS).find("secret"))
        .contains(new ApiKey("lab", HASH, 6000, 0.5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nobody",
        "shop",
        "shop secret",
        "shop %s many",
        "shop %s 0",
        "shop %s 60 2",
        "shop %s 60 NaN",
        "sh/op %s",
        "shop %s 60 0.5 more"
      })
  void linesThatAreNoneStopTheStart(String lines) {
    assertThatThrownBy(() -> ApiKeys.parse(lines.formatted(HASH), DEFAULTS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tenantsIdsDifferAndNobodyElsesAreTheHashes() {
    Tenant shop = Tenant.named("shop");
    Tenant lab = Tenant.named("lab");

    assertThat(shop.own(HASH)).hasSize(64).isNotEqualTo(lab.own(HASH));
    assertThat(shop.owns(shop.own(HASH))).isTrue();
    assertThat(shop.owns(lab.own(HASH))).isFalse();
    assertThat(shop.owns(HASH)).isFalse();
    assertThat(Tenant.ALL.own(HASH)).isEqualTo(HASH);
    assertThat(Tenant.ALL.owns(HASH)).isTrue();
  }
}
