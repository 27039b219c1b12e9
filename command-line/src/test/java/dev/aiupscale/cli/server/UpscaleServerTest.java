package dev.aiupscale.cli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.aiupscale.common.image.ResultImage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpscaleServerTest {
  @TempDir Path folder;
  private Path picture;

  @BeforeEach
  void picture() throws IOException {
    picture = Files.writeString(folder.resolve("a \"b\".png"), "picture\r\nwith --dashes");
  }

  @Test
  void thePictureItsNameAndTheOptionsArriveAndTheBytesSentAreCounted() throws Exception {
    try (FakeServer fake = new FakeServer()) {
      List<Long> sent = new ArrayList<>();

      server(fake.address()).submit(picture, Map.of("scale", "3"), sent::add);

      assertThat(fake.forms())
          .containsExactly(
              new FakeServer.Form(
                  "a %22b%22.png", "picture\r\nwith --dashes", Map.of("scale", "3")));
      assertThat(sent).isSorted().last().satisfies(all -> assertThat(all).isGreaterThan(23));
    }
  }

  @Test
  void anAddressWithAPathIsTakenAsItIs() throws Exception {
    try (FakeServer fake = new FakeServer()) {
      UpscaleServer server = server(URI.create(fake.address() + "/"));

      assertThat(server.submit(picture, Map.of(), sent -> {}).job().model())
          .isEqualTo("esrgan-slim");
    }
  }

  @Test
  void aResultThatStopsArrivingIsGivenUp() throws Exception {
    try (FakeServer fake = new FakeServer()) {
      fake.stallResults();
      UpscaleServer server = server(fake.address());
      SeenJob done = done(server);

      assertThatThrownBy(() -> download(server, done, OutputStream.nullOutputStream()))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aResultThatIsNotWhatTheJobSaysIsNone() throws Exception {
    try (FakeServer fake = new FakeServer()) {
      fake.tearResults(1);
      UpscaleServer server = server(fake.address());
      SeenJob done = done(server);

      assertThatThrownBy(() -> download(server, done, OutputStream.nullOutputStream()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("did not arrive");
    }
  }

  @Test
  void whatIsNoAiUpscaleIsToldAsSuch() throws Exception {
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "https://elsewhere.example/");
          exchange.sendResponseHeaders(301, -1);
          exchange.close();
        });
    other.start();
    URI address = URI.create("http://127.0.0.1:" + other.getAddress().getPort());

    assertThatThrownBy(() -> server(address).submit(picture, Map.of(), sent -> {}))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("is not AI Upscale: status 301")
        .hasMessageContaining("https://elsewhere.example/");
    other.stop(0);
  }

  private SeenJob done(UpscaleServer server) throws Exception {
    SeenJob job = server.submit(picture, Map.of(), sent -> {});
    while (!job.job().state().isFinal()) {
      job = server.changed(job);
    }
    return job;
  }

  private static void download(UpscaleServer server, SeenJob done, OutputStream out)
      throws Exception {
    ResultImage result = Objects.requireNonNull(done.job().result());
    server.download(done, result, out, received -> {});
  }

  private static UpscaleServer server(URI address) {
    return new UpscaleServer(address, null, Duration.ofMillis(300));
  }
}
