package dev.aiupscale.localstack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import redis.embedded.RedisServer;

/** A real Redis server as a child process, its data kept under the data directory. */
final class EmbeddedRedis implements AutoCloseable {
  private static final String PART = "Redis";

  private final RedisServer server;
  private final URI endpoint;

  private EmbeddedRedis(RedisServer server, URI endpoint) {
    this.server = server;
    this.endpoint = endpoint;
  }

  static EmbeddedRedis start(LocalStackConfig config, Path directory) {
    boolean keep = config.dataDir() != null;
    if (keep && config.redisPort() != 0) {
      OrphanRedis.endIfOurs(config.host(), config.redisPort(), directory);
    }
    int port = Port.settle(PART, config.host(), config.redisPort());
    try {
      RedisServer server =
          RedisServer.newRedisServer()
              .bind(config.host())
              .port(port)
              .setting("dir \"" + directory + "\"")
              .setting("appendonly " + (keep ? "yes" : "no"))
              .setting("save \"\"")
              .setting("maxmemory 256mb")
              .setting("maxmemory-policy allkeys-lru")
              // Who may connect is decided by the address that we listen on.
              .setting("protected-mode no")
              .build();
      server.start();
      return new EmbeddedRedis(server, URI.create("redis://%s:%d".formatted(config.host(), port)));
    } catch (IOException e) {
      throw new PartNotStartedException(PART, port, String.valueOf(e.getMessage()), e);
    }
  }

  URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() throws IOException {
    server.stop();
  }
}
