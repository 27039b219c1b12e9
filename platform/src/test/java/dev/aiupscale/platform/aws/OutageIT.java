package dev.aiupscale.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.SetClock;
import dev.aiupscale.platform.TestPlatform;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** A store that takes connections and says nothing. */
class OutageIT {
  private static final int MANY = 100;

  private final TestPlatform platform = new TestPlatform();
  private final SetClock clock = new SetClock();
  private final AtomicInteger connections = new AtomicInteger();
  private final ServerSocket silent;
  private final S3Client s3;
  private final S3ObjectStore store;

  OutageIT() throws IOException {
    silent = new ServerSocket(0, MANY, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::accept, "silent");
    thread.setDaemon(true);
    thread.start();
    s3 =
        platform
            .s3()
            .endpointOverride(URI.create("http://127.0.0.1:" + silent.getLocalPort()))
            .forcePathStyle(true)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().socketTimeout(Duration.ofMillis(200)))
            .build();
    store = new S3ObjectStore(s3, platform.config(), clock);
  }

  @AfterEach
  void stop() throws IOException {
    s3.close();
    silent.close();
    platform.close();
  }

  @Test
  void whatHangsIsAskedOnceInAWhileHoweverManyAskAndSaysWhenToTryAgain() {
    assertThat(refusal().code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE);
    int before = connections.get();

    for (int i = 0; i < MANY; i++) {
      assertThat(refusal().retryAfter()).isPresent();
    }
    assertThat(connections.get()).isEqualTo(before);

    clock.pass(platform.config().outageRetryAfter());
    refusal();
    assertThat(connections.get()).isGreaterThan(before);
  }

  private UpscaleException refusal() {
    return catchThrowableOfType(UpscaleException.class, () -> store.head("jobs/1.json"));
  }

  private void accept() {
    while (!silent.isClosed()) {
      try {
        Socket unanswered = silent.accept();
        assertThat(unanswered.isConnected()).isTrue();
        connections.incrementAndGet();
      } catch (IOException e) {
        return;
      }
    }
  }
}
