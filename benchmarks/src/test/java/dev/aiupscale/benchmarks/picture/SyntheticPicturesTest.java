package dev.aiupscale.benchmarks.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import org.junit.jupiter.api.Test;

class SyntheticPicturesTest {
  @Test
  void theSameSeedDrawsTheSamePhoto() {
    assertThat(samples(SyntheticPhoto.draw(90, 60, 7)))
        .isEqualTo(samples(SyntheticPhoto.draw(90, 60, 7)));
    assertThat(samples(SyntheticPhoto.draw(90, 60, 7)))
        .isNotEqualTo(samples(SyntheticPhoto.draw(90, 60, 8)));
  }

  @Test
  void aScreenshotHasTextAtTheLeftAndIsWhiteAtTheRight() {
    BufferedImage page = SyntheticScreenshot.draw(640, 360, 7);
    assertThat(isWhite(page.getSubimage(0, 0, 320, 360))).isFalse();
    assertThat(isWhite(page.getSubimage(320, 0, 320, 360))).isTrue();
  }

  @Test
  void rowsComeTopDownInTheOrderRedGreenBlue() {
    BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_3BYTE_BGR);
    image.setRGB(0, 0, 0x010203);
    image.setRGB(1, 0, 0x040506);
    image.setRGB(0, 1, 0x070809);
    ImageRows rows = new ImageRows(image);
    byte[] row = new byte[6];
    rows.next(row);
    assertThat(row).containsExactly(1, 2, 3, 4, 5, 6);
    rows.next(row);
    assertThat(row).containsExactly(7, 8, 9, 0, 0, 0);
  }

  private static byte[] samples(BufferedImage image) {
    return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }

  private static boolean isWhite(BufferedImage image) {
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if ((image.getRGB(x, y) & 0xffffff) != 0xffffff) {
          return false;
        }
      }
    }
    return true;
  }
}
