package dev.aiupscale.api.callback;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts to addresses that strangers named. A name is resolved once, every address of it must be
 * allowed, and that address is called, so that no later answer leads elsewhere. No redirect is
 * followed, and nothing of the answer is read but its status.
 */
@Singleton
class CallbackClient {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final HttpClient http;
  private final CallbackRules rules;

  CallbackClient(Vertx vertx, CallbackRules rules) {
    this.rules = rules;
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) CONNECT.toMillis())
                .setKeepAlive(false));
  }

  /**
   * @return the answer's status
   * @throws IOException when there is no answer, or the address is not allowed
   */
  int post(URI url, Map<String, String> headers, byte[] body) throws IOException {
    RequestOptions request = request(url);
    headers.forEach(request::putHeader);
    Future<Integer> status =
        http.request(request)
            .compose(open -> open.send(Buffer.buffer(body)))
            .map(CallbackClient::statusAlone);
    try {
      return status
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("no answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private RequestOptions request(URI url) throws IOException {
    boolean tls = url.getScheme().equalsIgnoreCase("https");
    int port = url.getPort() > 0 ? url.getPort() : tls ? 443 : 80;
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setServer(SocketAddress.inetSocketAddress(port, resolve(url.getHost()).getHostAddress()))
        .setHost(url.getHost())
        .setPort(port)
        .setSsl(tls)
        .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
        .setTimeout(PATIENCE.toMillis());
  }

  private InetAddress resolve(String host) throws IOException {
    InetAddress[] addresses = InetAddress.getAllByName(host);
    for (InetAddress address : addresses) {
      if (!rules.allows(address)) {
        throw new IOException("its host is in a private network");
      }
    }
    return addresses[0];
  }

  private static int statusAlone(HttpClientResponse answer) {
    answer.request().reset();
    return answer.statusCode();
  }
}
