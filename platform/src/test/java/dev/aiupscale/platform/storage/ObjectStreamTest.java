package dev.aiupscale.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectStreamTest {
  @TempDir Path folder;

  private static ObjectStream stream(int announced, int sent) {
    return new ObjectStream(
        new ObjectFacts(announced, "image/jpeg", "tag"), new ByteArrayInputStream(new byte[sent]));
  }

  @Test
  void anObjectThatArrivesWholeIsRead() throws IOException {
    assertThat(stream(1000, 1000).readAll().bytes()).hasSize(1000);
    assertThat(stream(0, 0).content().read()).isEqualTo(-1);
  }

  @Test
  void anObjectThatBreaksOffIsNotTakenForWhole() {
    assertThatThrownBy(() -> stream(1000, 999).readAll())
        .isInstanceOfSatisfying(
            UpscaleException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
    assertThatThrownBy(() -> stream(1000, 999).copyTo(folder.resolve("picture")))
        .isInstanceOfSatisfying(
            UpscaleException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
    assertThatThrownBy(
            () -> stream(100_000, 50_000).content().transferTo(OutputStream.nullOutputStream()))
        .isInstanceOf(EOFException.class)
        .hasMessageContaining("50000 of 100000");
  }
}
