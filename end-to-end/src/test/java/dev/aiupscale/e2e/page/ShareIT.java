package dev.aiupscale.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.e2e.RunningSystem;
import dev.aiupscale.e2e.TestImages;
import dev.aiupscale.e2e.UpscaleClient;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A shared link shows its picture in chats and networks, which run no scripts. */
class ShareIT {
  private static final Pattern META =
      Pattern.compile("<meta property=\"(og:[^\"]+)\" content=\"([^\"]*)\">");

  private final RunningSystem system = RunningSystem.shared();
  private final UpscaleClient client = system.client();

  @Test
  void theResultPageNamesItsPreviewWithWholeAddresses() throws IOException {
    byte[] picture = TestImages.busy(200, 100, 90_001, "jpg");
    String id = client.submit(picture, "p.jpg", Map.of("scale", "2")).id();
    client.await(id, "DONE");

    Map<String, String> shared = shared("/result/" + id);

    assertThat(shared.get("og:url")).isEqualTo(system.baseUri() + "/result/" + id);
    assertThat(shared.get("og:description")).isEqualTo("200 × 100 → 400 × 200 with ESRGAN slim");
    URI image = URI.create(shared.get("og:image"));
    BufferedImage preview = Objects.requireNonNull(ImageIO.read(image.toURL()));
    assertThat(shared.get("og:image:width")).isEqualTo(String.valueOf(preview.getWidth()));
    assertThat(shared.get("og:image:height")).isEqualTo(String.valueOf(preview.getHeight()));
  }

  private Map<String, String> shared(String path) {
    String html = new String(client.get(path).body(), StandardCharsets.UTF_8);
    Map<String, String> properties = new HashMap<>();
    META.matcher(html).results().forEach(meta -> properties.put(meta.group(1), meta.group(2)));
    return properties;
  }
}
