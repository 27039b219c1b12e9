package dev.aiupscale.localstack;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.actor.Terminated;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
import scala.Function0;

/** An SQS endpoint with the two job queues and their dead-letter queue, kept in an H2 file. */
final class EmbeddedSqs implements AutoCloseable {
  private static final String PART = "SQS";

  /** Ends the name of the second jobs queue, which large and many jobs wait in. */
  private static final String BULK = "-bulk";

  /** ElasticMQ opens one database in the life of a process, and keeps to it. */
  private static final AtomicReference<Path> DATABASE = new AtomicReference<>();

  private final Function0<Terminated> stop;
  private final URI endpoint;

  private EmbeddedSqs(Function0<Terminated> stop, URI endpoint) {
    this.stop = stop;
    this.endpoint = endpoint;
  }

  static EmbeddedSqs start(LocalStackConfig config) {
    int port = Port.settle(PART, config.host(), config.sqsPort());
    try {
      Config settings = ConfigFactory.parseMap(settings(config, port));
      var server =
          new ElasticMQServer(
              new ElasticMQServerConfig(settings.withFallback(ConfigFactory.load())));
      return new EmbeddedSqs(
          server.start(), URI.create("http://%s:%d".formatted(config.host(), port)));
    } catch (Exception e) {
      throw new PartNotStartedException(PART, port, String.valueOf(e.getMessage()), e);
    }
  }

  URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    var unused = stop.apply();
  }

  private static Map<String, Object> settings(LocalStackConfig config, int port) throws Exception {
    Map<String, Object> settings = new HashMap<>();
    // Queue addresses then carry whatever host the client called, inside a container network too.
    settings.put("node-address.host", "*");
    settings.put("node-address.port", port);
    settings.put("rest-sqs.bind-hostname", config.host());
    settings.put("rest-sqs.bind-port", port);
    settings.put("rest-stats.enabled", false);
    settings.put("queues", queues(config));
    Path dataDir = config.dataDir();
    if (dataDir != null) {
      Path database = Files.createDirectories(dataDir.resolve("sqs")).resolve("messages");
      if (!DATABASE.compareAndSet(null, database) && !database.equals(DATABASE.get())) {
        throw new IllegalStateException(
            "this process keeps messages in %s already".formatted(DATABASE.get()));
      }
      settings.put("messages-storage.enabled", true);
      // Without a write delay a message that was accepted outlives a kill of this process.
      settings.put("messages-storage.uri", "jdbc:h2:file:" + database + ";WRITE_DELAY=0");
    }
    return settings;
  }

  private static Map<String, Object> queues(LocalStackConfig config) {
    String hidden = config.visibilityTimeoutSeconds() + " seconds";
    Map<String, Object> jobs =
        Map.of(
            "defaultVisibilityTimeout",
            hidden,
            "deadLettersQueue",
            Map.of("name", config.deadLetterQueue(), "maxReceiveCount", config.maxReceiveCount()));
    return Map.of(
        config.deadLetterQueue(),
        Map.of("defaultVisibilityTimeout", hidden),
        config.queue(),
        jobs,
        config.queue() + BULK,
        jobs);
  }
}
