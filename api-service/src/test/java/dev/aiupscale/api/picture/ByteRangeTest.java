package dev.aiupscale.api.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
  @ParameterizedTest
  @CsvSource({"bytes=0-9,0,9", "bytes=90-,90,99", "bytes=-10,90,99", "bytes=95-500,95,99"})
  void oneSimpleRangeIsCutToTheWhole(String header, long first, long last) throws Exception {
    assertThat(ByteRange.parse(header, 100)).hasValue(new ByteRange(first, last));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bytes=-", "bytes=0-1,5-6", "lines=1-2", "bytes=a-b"})
  void anythingElseAsksForTheWhole(String header) throws Exception {
    assertThat(ByteRange.parse(header, 100)).isEmpty();
    assertThat(ByteRange.parse(null, 100)).isEmpty();
  }

  @Test
  void aRangeOutsideTheWholeIsUnsatisfiable() {
    assertThatThrownBy(() -> ByteRange.parse("bytes=100-", 100))
        .isInstanceOf(ByteRange.Unsatisfiable.class);
    assertThatThrownBy(() -> ByteRange.parse("bytes=-0", 100))
        .isInstanceOf(ByteRange.Unsatisfiable.class);
  }
}
