package dev.aiupscale.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a photo's metadata gets through the service, and what its owner is told. */
class MetadataIT {
  private static final String COPYRIGHT = "(c) Ada Example";
  private static final String DATE = "2024:05:06 07:08:09";
  private static final String PLACE = "SECRET-PLACE";
  private static final String STRIPPED = "metadata stripped";
  private static final String KEPT = "of the metadata only copyright, artist and capture date kept";
  private static final int ASCII = 2;
  private static final int LONG = 4;

  private final UpscaleClient client = RunningSystem.shared().client();

  @ParameterizedTest
  @CsvSource({"jpeg", "png", "webp"})
  void keepBasicKeepsCopyrightAndCaptureDateAndNeverThePlace(String format) throws IOException {
    JsonNode job = done(format, "keep-basic");
    String result = result(job);

    assertThat(result).contains(COPYRIGHT, DATE).doesNotContain(PLACE);
    assertThat(original(job)).doesNotContain(COPYRIGHT, DATE, PLACE);
    assertThat(job.get("notes").toString()).contains(KEPT).doesNotContain(STRIPPED);
  }

  @ParameterizedTest
  @CsvSource({"jpeg", "png", "webp"})
  void nothingIsKeptUnlessItIsAskedFor(String format) throws IOException {
    JsonNode job = done(format, "strip");

    assertThat(result(job)).doesNotContain(COPYRIGHT, DATE, PLACE);
    assertThat(job.get("notes").toString()).contains(STRIPPED).doesNotContain(KEPT);
  }

  private JsonNode done(String format, String metadata) throws IOException {
    byte[] photo = withExif(TestImages.busy(50, 40, 77, "jpg"));
    Map<String, String> options =
        Map.of("model", "esrgan-slim", "scale", "2", "format", format, "metadata", metadata);
    UpscaleClient.Answer answer = client.submit(photo, "photo.jpg", options);
    return client.await(answer.id(), "DONE");
  }

  private String result(JsonNode job) {
    return text(job, "result");
  }

  private String original(JsonNode job) {
    return text(job, "original");
  }

  private String text(JsonNode job, String part) {
    byte[] body = client.get(job.at("/links/" + part).asText()).body();
    return new String(body, StandardCharsets.ISO_8859_1);
  }

  private static byte[] withExif(byte[] jpeg) throws IOException {
    byte[] exif = exif();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.write(0xff);
    out.write(0xe1);
    out.write((exif.length + 2) >> 8);
    out.write(exif.length + 2);
    out.write(exif);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  /** A main directory with copyright, one of EXIF with the date, one of GPS with the place. */
  private static byte[] exif() {
    int main = 8;
    int details = main + 2 + 3 * 12 + 4;
    int gps = details + 2 + 12 + 4;
    int texts = gps + 2 + 12 + 4;
    ByteBuffer tiff = ByteBuffer.allocate(400).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put("II*\0".getBytes(StandardCharsets.US_ASCII)).putInt(main);
    tiff.putShort((short) 3);
    entry(tiff, 0x8298, ASCII, COPYRIGHT.length() + 1, texts);
    entry(tiff, 0x8769, LONG, 1, details);
    entry(tiff, 0x8825, LONG, 1, gps);
    tiff.putInt(0).putShort((short) 1);
    entry(tiff, 0x9003, ASCII, DATE.length() + 1, texts + 50);
    tiff.putInt(0).putShort((short) 1);
    entry(tiff, 0x0012, ASCII, PLACE.length() + 1, texts + 100);
    tiff.putInt(0);
    put(tiff, texts, COPYRIGHT);
    put(tiff, texts + 50, DATE);
    put(tiff, texts + 100, PLACE);
    ByteBuffer exif = ByteBuffer.allocate(6 + tiff.capacity());
    return exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff.array()).array();
  }

  private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  private static void put(ByteBuffer tiff, int at, String text) {
    tiff.position(at).put(text.getBytes(StandardCharsets.US_ASCII));
  }
}
