package dev.aiupscale.api.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiupscale.api.image.colour.Model;
import dev.aiupscale.api.image.decode.Picture;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture that the memory does not hold fails alone, and says why. */
class MemoryTest {
  @TempDir Path workDir;

  @Test
  void aPictureThatNoArrayHoldsIsTooLarge() {
    assertThatThrownBy(() -> new Picture(65_500, 65_500, Model.RGB))
        .isInstanceOfSatisfying(
            UpscaleException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.IMAGE_TOO_LARGE))
        .hasMessageContaining("12870750000 bytes");
  }

  @Test
  void aPictureThatTheHeapDoesNotHoldIsTooLargeAndTheNextOneIsRead() throws Exception {
    BufferedImage blank = new BufferedImage(4000, 3000, BufferedImage.TYPE_INT_RGB);
    byte[] large = TestPictures.encoded(blank, "png");
    byte[] small = TestPictures.encoded(TestPictures.photo(40, 30, 1), "png");
    Path upload = Files.write(workDir.resolve("large"), large);
    Path next = Files.write(workDir.resolve("small"), small);

    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "-cp",
                System.getProperty("java.class.path"),
                Attempts.class.getName(),
                upload.toString(),
                next.toString())
            .redirectErrorStream(true)
            .start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(told).isZero();
    assertThat(told.lines()).containsExactly("IMAGE_TOO_LARGE", "40 × 30");
  }

  /** Normalises files one after the other in a process of its own. */
  static final class Attempts {
    private Attempts() {}

    public static void main(String[] files) throws IOException {
      ImageNormaliser normaliser = new ImageNormaliser(ImageLimits.DEFAULT);
      StringBuilder told = new StringBuilder();
      for (String file : files) {
        try {
          Path workDir = Files.createTempDirectory(Path.of(file).getParent(), "work");
          NormalisedImage made = normaliser.normalise(Path.of(file), workDir);
          told.append(made.source().width()).append(" × ").append(made.source().height());
        } catch (UpscaleException refused) {
          told.append(refused.code());
        }
        told.append('\n');
      }
      System.out.write(told.toString().getBytes(StandardCharsets.UTF_8));
      System.out.flush();
    }
  }
}
