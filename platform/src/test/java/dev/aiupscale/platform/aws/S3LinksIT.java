package dev.aiupscale.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.platform.TestPlatform;
import dev.aiupscale.platform.storage.ObjectLinks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;

class S3LinksIT {
  private static final Duration TIME = Duration.ofMinutes(1);
  private static final String KEY = "uploads/a-file";

  private final TestPlatform platform = new TestPlatform();
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectLinks links =
      new S3Links(
          platform.s3Endpoint(),
          new AwsIdentity(() -> Region.US_EAST_1, platform.credentials()),
          platform.config().bucket());

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void anAddressTakesOneObjectOfTheSizeThatWasSaidAndNoOther() throws Exception {
    URI put = links.toPut(KEY, 3, TIME);

    assertThat(put(put, 4)).isEqualTo(403);
    assertThat(put(put, 2)).isEqualTo(403);
    assertThat(put(URI.create(put.toString().replace("a-file", "b-file")), 3)).isEqualTo(403);
    assertThat(put(put, 3)).isEqualTo(200);
    assertThat(get(put).statusCode()).isEqualTo(403);
  }

  @Test
  void anAddressGivesAnObjectUnderTheHeadersThatWereSaid() throws Exception {
    put(links.toPut(KEY, 3, TIME), 3);
    String disposition = "inline; filename=\"a b.png\"; filename*=UTF-8''%C3%A4%20b.png";

    HttpResponse<byte[]> whole =
        get(links.toGet(KEY, new ObjectLinks.Download("image/png", disposition, "no-cache"), TIME));

    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.body()).hasSize(3);
    assertThat(whole.headers().firstValue("Content-Type")).hasValue("image/png");
    assertThat(whole.headers().firstValue("Content-Disposition")).hasValue(disposition);
    assertThat(whole.headers().firstValue("Cache-Control")).hasValue("no-cache");
  }

  private int put(URI address, int bytes) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address).PUT(BodyPublishers.ofByteArray(new byte[bytes])).build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  private HttpResponse<byte[]> get(URI address) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
  }
}
