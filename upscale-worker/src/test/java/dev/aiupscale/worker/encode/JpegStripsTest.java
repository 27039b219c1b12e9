package dev.aiupscale.worker.encode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.image.BasicMetadata;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegStripsTest {
  @ParameterizedTest
  @CsvSource({
    "95, 999, 4003",
    "80, 999, 4003",
    "95, 17, 23",
    "80, 1, 1",
    "95, 1, 65500",
    "80, 65500, 33"
  })
  void aJpegOfStripsShowsWhatOneInOnePieceShowsAndIsSmaller(int quality, int width, int height)
      throws IOException {
    ByteArrayOutputStream strips = new ByteArrayOutputStream();
    new JpegEncoder(quality, BasicMetadata.NONE).encode(new MadeRows(width, height, 3), strips);

    byte[] piece = inOnePiece(quality, width, height);

    assertThat(strips.size()).isLessThan(piece.length + 64);
    BufferedImage ours = ImageIO.read(new ByteArrayInputStream(strips.toByteArray()));
    BufferedImage other = ImageIO.read(new ByteArrayInputStream(piece));
    assertThat(ours.getRaster().getDataBuffer().getSize())
        .isEqualTo(other.getRaster().getDataBuffer().getSize());
    for (int y = 0; y < height; y++) {
      int[] row = ours.getRaster().getPixels(0, y, width, 1, (int[]) null);
      assertThat(row)
          .as("row %d", y)
          .isEqualTo(other.getRaster().getPixels(0, y, width, 1, (int[]) null));
    }
  }

  private static byte[] inOnePiece(int quality, int width, int height) throws IOException {
    byte[] pixels = new byte[3 * width * height];
    byte[] row = new byte[3 * width];
    MadeRows rows = new MadeRows(width, height, 3);
    for (int y = 0; y < height; y++) {
      rows.next(row);
      System.arraycopy(row, 0, pixels, y * row.length, row.length);
    }
    return new JpegStrip(quality, quality >= 90, BasicMetadata.NONE, JpegTables.STANDARD)
        .encode(pixels, width);
  }
}
