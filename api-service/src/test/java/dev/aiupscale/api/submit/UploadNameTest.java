package dev.aiupscale.api.submit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadNameTest {
  @ParameterizedTest
  @CsvSource({
    "cat.png,cat.png",
    "../../../../etc/passwd.png,passwd.png",
    "C:\\Users\\me\\cat.png,cat.png",
    "Çà et là-写真-süßer Kürbis 🙂.png,Çà et là-写真-süßer Kürbis 🙂.png",
    "'x%0D%0ASet-Cookie: a=b%0D%0A.png','xSet-Cookie a=b.png'",
    "'',image",
    "..,image"
  })
  void aNameIsTheLastSegmentWithoutWhatCouldDoHarm(String raw, String clean) {
    assertThat(UploadName.clean(raw)).isEqualTo(clean);
  }

  @Test
  void whatIsNoCharacterIsLeftOut() {
    assertThat(UploadName.clean("c\uffffa\ufffet\ud83f.png")).isEqualTo("cat.png");
  }

  @Test
  void aLongNameKeepsItsExtension() {
    String name = UploadName.clean("a".repeat(300) + ".png");

    assertThat(name).hasSizeLessThanOrEqualTo(120).endsWith("a.png");
  }

  @Test
  void aMissingNameIsReplaced() {
    assertThat(UploadName.clean(null)).isEqualTo("image");
  }
}
