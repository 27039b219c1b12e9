package dev.aiupscale.api.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * Speaks HTTP/1.1 alone where there is no TLS. The body of a request that offers to go on in
 * HTTP/2, as Java's own client does with its first one, would be held in memory whole.
 */
@Singleton
public class PlainHttp1 implements HttpServerOptionsCustomizer {
  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setHttp2ClearTextEnabled(false);
  }
}
