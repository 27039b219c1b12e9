package dev.aiupscale.benchmarks.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {
  @ParameterizedTest
  @CsvSource({"0.1, 1", "1, 1", "1.1, 2", "4.5, 6", "257, 512", "9000, 1024"})
  void asManyAsAreMissingAtLeast(double missing, int step) {
    assertThat(Ladder.up(missing)).isEqualTo(step);
  }

  @Test
  void terraformHasTheSameSteps() throws Exception {
    String terraform = Files.readString(Path.of("../terraform/modules/worker/scaling.tf"));

    assertThat(terraform).contains("steps = [" + Ladder.text() + "]");
  }
}
