package dev.aiupscale.api.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JPEG files with more than one picture: what was left out is told. */
class FurtherPicturesTest {
  private static final int APP2 = 0xe2;
  private static final int NUMBER_OF_IMAGES = 0xb001;

  private final ImageNormaliser normaliser = new ImageNormaliser(ImageLimits.DEFAULT);

  @TempDir Path workDir;

  @Test
  void theNumberOfACamerasPicturesIsTold() throws IOException {
    byte[] first = TestPictures.withSegment(jpeg(1), APP2, multiPictureList(3));

    assertThat(notes(joined(first, jpeg(2), jpeg(3)))).contains("first of 3 pictures");
  }

  @Test
  void aPictureThatSomebodyAppendedIsTold() throws IOException {
    assertThat(notes(joined(jpeg(1), jpeg(2)))).contains("first of several pictures");
  }

  @Test
  void aListOfPicturesThatAreGoneMeansNothing() throws IOException {
    byte[] alone = TestPictures.withSegment(jpeg(1), APP2, multiPictureList(2));

    assertThat(notes(alone)).noneMatch(note -> note.startsWith("first of"));
  }

  @Test
  void aDamagedListMeansNothing() throws IOException {
    byte[] damaged = "MPF\0nothing".getBytes(StandardCharsets.US_ASCII);
    byte[] first = TestPictures.withSegment(jpeg(1), APP2, damaged);

    assertThat(notes(joined(first, new byte[] {1, 2, 3})))
        .noneMatch(note -> note.startsWith("first of"));
  }

  private static byte[] multiPictureList(int pictures) {
    ByteBuffer list = ByteBuffer.allocate(4 + 8 + 2 + 12 + 4);
    list.put(new byte[] {'M', 'P', 'F', 0, 'M', 'M', 0, 42}).putInt(8);
    list.putShort((short) 1).putShort((short) NUMBER_OF_IMAGES).putShort((short) 4);
    return list.putInt(1).putInt(pictures).array();
  }

  private static byte[] jpeg(int seed) throws IOException {
    return TestPictures.encoded(TestPictures.photo(30, 20, seed), "jpeg");
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private java.util.List<String> notes(byte[] upload) throws IOException {
    return normaliser.normalise(Files.write(workDir.resolve("upload"), upload), workDir).notes();
  }
}
