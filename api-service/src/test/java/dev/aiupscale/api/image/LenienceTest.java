package dev.aiupscale.api.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that break their format's rules, and that all other programs show. */
class LenienceTest {
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final Path VARIANTS = Path.of("src/test/resources/variants");
  private static final int JFIF_LENGTH = 18;
  private static final String LACKING = "colours that the palette lacks shown as black";

  private final ImageNormaliser normaliser = new ImageNormaliser(ImageLimits.DEFAULT);

  @TempDir Path workDir;

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "0, 62, 0", "1, 63, 0", "0, 63, 16", "0, 63, 1"})
  void theScanOfABaselineJpegMaySayWhatItWants(int first, int last, int bits) throws IOException {
    byte[] jpeg = TestPictures.encoded(TestPictures.photo(60, 40, 1), "jpeg");
    byte[] wrong = jpeg.clone();
    int band = indexOf(wrong, 0xff, 0xda) + 11;
    wrong[band] = (byte) first;
    wrong[band + 1] = (byte) last;
    wrong[band + 2] = (byte) bits;

    assertThat(Files.readAllBytes(normalise(wrong).original())).isEqualTo(jpeg);
  }

  @Test
  void aWrongScanHeaderHidesNoDamageBehindIt() throws IOException {
    byte[] jpeg = TestPictures.encoded(TestPictures.photo(200, 200, 1), "jpeg");
    int scan = indexOf(jpeg, 0xff, 0xda);
    jpeg[scan + 12] = 0;
    Arrays.fill(jpeg, jpeg.length / 2, jpeg.length / 2 + 200, (byte) 0);
    jpeg[jpeg.length / 2] = (byte) 0xff;
    jpeg[jpeg.length / 2 + 1] = (byte) 0xd3;

    assertCorrupt(jpeg);
  }

  @Test
  void aJpegThatLacksNothingButItsEndMarkerIsShown() throws IOException {
    byte[] jpeg = TestPictures.encoded(TestPictures.photo(60, 40, 1), "jpeg");
    byte[] progressive = TestPictures.progressiveJpeg();

    assertThat(Files.readAllBytes(normalise(Arrays.copyOf(jpeg, jpeg.length - 2)).original()))
        .isEqualTo(jpeg);
    assertCorrupt(Arrays.copyOf(jpeg, jpeg.length - 4));
    normalise(Arrays.copyOf(progressive, progressive.length - 2));
    assertCorrupt(Arrays.copyOf(progressive, progressive.length - 40));
  }

  @Test
  void aJpegWithoutTheRestartMarkersThatItAnnouncesIsRefused() throws IOException {
    byte[] interval = {0, 5};
    byte[] jpeg = TestPictures.encoded(TestPictures.photo(60, 40, 1), "jpeg");

    assertCorrupt(TestPictures.withSegment(jpeg, 0xdd, interval));
    normalise(Files.readAllBytes(VARIANTS.resolve("jpeg-restarts.jpg")));
    normalise(Files.readAllBytes(VARIANTS.resolve("jpeg-restarts-progressive.jpg")));
  }

  @Test
  void inksWithoutAdobesMarkerAreTakenAsAdobeStoresThem() throws IOException {
    byte[] jpeg = Files.readAllBytes(CASES.resolve("jpeg-cmyk-adobe.jpg"));
    byte[] wanted = Files.readAllBytes(normalise(jpeg).original());
    jpeg[indexOf(jpeg, 'A', 'd', 'o', 'b', 'e')] = 'a';

    assertThat(Files.readAllBytes(normalise(jpeg).original())).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({"2", "7", "255"})
  void threeComponentsOfAnUnknownTransformAreYcbcr(int transform) throws IOException {
    byte[] jpeg = TestPictures.encoded(TestPictures.photo(60, 40, 1), "jpeg");
    ByteArrayOutputStream bare = new ByteArrayOutputStream();
    bare.write(jpeg, 0, 2);
    bare.write(jpeg, 2 + JFIF_LENGTH, jpeg.length - 2 - JFIF_LENGTH);

    NormalisedImage made = normalise(withAdobe(bare.toByteArray(), transform));

    assertSame(ImageIO.read(made.original().toFile()), decoded(jpeg));
  }

  @ParameterizedTest
  @CsvSource({"1", "9"})
  void fourComponentsOfAnUnknownTransformAreYcck(int transform) throws IOException {
    byte[] jpeg = Files.readAllBytes(CASES.resolve("jpeg-ycck-adobe.jpg"));
    byte[] wanted = Files.readAllBytes(normalise(jpeg).original());
    jpeg[indexOf(jpeg, 'A', 'd', 'o', 'b', 'e') + 11] = (byte) transform;

    assertThat(Files.readAllBytes(normalise(jpeg).original())).isEqualTo(wanted);
  }

  @Test
  void aColourThatAPngsPaletteLacksIsBlack() throws IOException {
    byte[] png = Files.readAllBytes(VARIANTS.resolve("png-palette-4.png"));
    assertBlackBeyondTheFirstColours(png, withShortPalette(png), normalise(png).notes().size());
  }

  @Test
  void aColourThatABmpsPaletteLacksIsBlack() throws IOException {
    byte[] bmp = Files.readAllBytes(VARIANTS.resolve("bmp-4.bmp"));
    byte[] cut = bmp.clone();
    cut[46] = 2;
    assertBlackBeyondTheFirstColours(bmp, cut, 0);
  }

  private void assertBlackBeyondTheFirstColours(byte[] whole, byte[] cut, int notes)
      throws IOException {
    BufferedImage wanted = source(normalise(whole));
    NormalisedImage made = normalise(cut);
    BufferedImage got = source(made);
    boolean kept = false;
    boolean black = false;
    for (int y = 0; y < wanted.getHeight(); y++) {
      for (int x = 0; x < wanted.getWidth(); x++) {
        boolean same = got.getRGB(x, y) == wanted.getRGB(x, y);
        kept |= same;
        black |= !same;
        assertThat(same || got.getRGB(x, y) == 0xff000000).as("%d, %d", x, y).isTrue();
      }
    }
    assertThat(kept && black).isTrue();
    assertThat(made.notes()).contains(LACKING).hasSize(notes + 1);
  }

  @Test
  void aPaletteThatIsMissingOrDamagedIsRefused() throws IOException {
    byte[] png = Files.readAllBytes(VARIANTS.resolve("png-palette-4.png"));
    int palette = indexOf(png, 'P', 'L', 'T', 'E');
    byte[] damaged = png.clone();
    damaged[palette + 5] ^= 1;
    byte[] missing = png.clone();
    missing[palette] = 'p';

    assertCorrupt(damaged);
    assertCorrupt(missing);
  }

  @Test
  void aBmpWhosePixelsBeginWithinItsHeaderIsRefused() throws IOException {
    byte[] bmp = Files.readAllBytes(VARIANTS.resolve("bmp-32.bmp"));
    bmp[10] = 0;

    assertCorrupt(bmp);
  }

  @Test
  void aBmpWhoseAlphaNobodyFilledInIsOpaque() throws IOException {
    byte[] bmp = Files.readAllBytes(VARIANTS.resolve("bmp-alpha.bmp"));
    int pixels = ByteBuffer.wrap(bmp).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt(10);
    for (int at = pixels + 3; at < bmp.length; at += 4) {
      bmp[at] = 0;
    }
    NormalisedImage made = normalise(bmp);

    assertThat(made.source().alpha()).isFalse();
    assertThat(made.notes()).contains("an alpha channel that is 0 all over ignored");
    BufferedImage got = source(made);
    assertThat(got.getRGB(0, got.getHeight() - 1) & 0xffffff)
        .isEqualTo(
            (bmp[pixels + 2] & 0xff) << 16 | (bmp[pixels + 1] & 0xff) << 8 | bmp[pixels] & 0xff);
  }

  private NormalisedImage normalise(byte[] upload) throws IOException {
    return normaliser.normalise(Files.write(workDir.resolve("upload"), upload), workDir);
  }

  private void assertCorrupt(byte[] upload) {
    assertThatThrownBy(() -> normalise(upload))
        .isInstanceOfSatisfying(
            UpscaleException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.IMAGE_CORRUPT));
  }

  private static BufferedImage source(NormalisedImage made) throws IOException {
    return ImageIO.read(Objects.requireNonNull(made.losslessSource()).toFile());
  }

  private static BufferedImage decoded(byte[] file) throws IOException {
    return ImageIO.read(new java.io.ByteArrayInputStream(file));
  }

  private static void assertSame(BufferedImage got, BufferedImage wanted) {
    int width = wanted.getWidth();
    int height = wanted.getHeight();
    assertThat(got.getData().getPixels(0, 0, width, height, (int[]) null))
        .isEqualTo(wanted.getData().getPixels(0, 0, width, height, (int[]) null));
  }

  private static byte[] withAdobe(byte[] jpeg, int transform) throws IOException {
    byte[] adobe = "Adobe\0d\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    byte[] payload = Arrays.copyOf(adobe, adobe.length + 1);
    payload[adobe.length] = (byte) transform;
    return TestPictures.withSegment(jpeg, 0xee, payload);
  }

  /** With two colours instead of all. */
  private static byte[] withShortPalette(byte[] png) {
    int name = indexOf(png, 'P', 'L', 'T', 'E');
    int length = ByteBuffer.wrap(png).getInt(name - 4);
    ByteBuffer out = ByteBuffer.allocate(png.length - length + 6);
    out.put(png, 0, name - 4).putInt(6).put(png, name, 4 + 6);
    CRC32 crc = new CRC32();
    crc.update(png, name, 4 + 6);
    out.putInt((int) crc.getValue());
    int rest = name + 4 + length + 4;
    return out.put(png, rest, png.length - rest).array();
  }

  private static int indexOf(byte[] bytes, int... wanted) {
    for (int at = 0; ; at++) {
      int same = 0;
      while (same < wanted.length && (bytes[at + same] & 0xff) == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return at;
      }
    }
  }
}
