package dev.aiupscale.e2e.chaos;

import dev.aiupscale.e2e.Deployable;
import dev.aiupscale.e2e.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The product and its local stack, each part a process of its own that can be killed, stopped and
 * started again on the data it left: a local stack of which only S3 is used, and one of which SQS
 * and Redis are.
 */
final class Fleet implements AutoCloseable {
  static final String API = "api-service";
  static final List<String> WORKERS = List.of("worker-1", "worker-2");
  static final String S3 = "s3";
  static final String SQS = "sqs";
  static final List<String> STACK = List.of(S3, SQS);

  private static final String REDIS = "redis";

  private static final Path ROOT =
      Path.of(System.getProperty("models.dir"), "../..").toAbsolutePath().normalize();

  private static final String ANY_PORT = "0";

  private static final Pattern AGAIN =
      Pattern.compile("job \\p{XDigit}{64} attempt ([2-9]|\\d\\d+):");

  private final Path folder;
  private final Map<String, Integer> ports = new LinkedHashMap<>();
  private final Map<String, Deployable> running = new ConcurrentHashMap<>();
  private final Map<String, String> settings = new LinkedHashMap<>();

  Fleet(Path folder) {
    this.folder = folder;
    for (String part : List.of(S3, SQS, REDIS, API, WORKERS.get(0), WORKERS.get(1))) {
      ports.put(part, freePort());
    }
    // A picture whose worker is killed thrice by chance is no picture that kills workers.
    settings.put("UPSCALE_MAX_ATTEMPTS", "8");
    settings.put("STACK_MAX_RECEIVE_COUNT", "8");
    settings.put("AWS_REGION", "us-east-1");
    settings.put("AWS_ACCESS_KEY_ID", "local");
    settings.put("AWS_SECRET_ACCESS_KEY", "local-secret");
    settings.put("UPSCALE_S3_ENDPOINT", s3().toString());
    settings.put("UPSCALE_SQS_ENDPOINT", sqs().toString());
    settings.put("UPSCALE_REDIS_URL", "redis://127.0.0.1:" + ports.get(REDIS));
    settings.put("UPSCALE_MODELS_DIR", System.getProperty("models.dir"));
    settings.put("WORKER_QUEUE_VISIBILITY_TIMEOUT", "PT6S");
    settings.put("WORKER_QUEUE_POLL_WAIT", "PT2S");
    settings.put("WORKER_QUEUE_GRACE_TIME", "PT1S");
    settings.put("WORKER_DEAD_LETTER_INTERVAL", "5s");
    settings.put("API_SWEEP_AGE", "PT15S");
    settings.put("API_SWEEP_INTERVAL", "5s");
  }

  void startAll() {
    STACK.forEach(this::start);
    start(API);
    WORKERS.forEach(this::start);
    awaitReady();
  }

  /** Waits until API and workers say that they can work. */
  void awaitReady() {
    awaitReady(API);
    WORKERS.forEach(this::awaitReady);
  }

  /** The stack is ready once it is started. */
  void awaitReady(String part) {
    if (!STACK.contains(part)) {
      part(part).awaitReady();
    }
  }

  void start(String part) {
    try {
      Path work = Files.createDirectories(folder.resolve(part + "-work"));
      Map<String, String> environment = new LinkedHashMap<>(settings);
      environment.put("UPSCALE_WORK_DIR", work.toString());
      environment.put("STACK_DATA_DIR", folder.resolve(part + "-data").toString());
      environment.put("STACK_S3_PORT", part.equals(S3) ? port(S3) : ANY_PORT);
      environment.put("STACK_SQS_PORT", part.equals(SQS) ? port(SQS) : ANY_PORT);
      environment.put("STACK_REDIS_PORT", part.equals(SQS) ? port(REDIS) : ANY_PORT);
      int port = ports.getOrDefault(part, 0);
      running.put(part, Deployable.start(part, jar(part), heap(part), port, environment, folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (STACK.contains(part)) {
      Eventually.is(Duration.ofMinutes(3), () -> answers(loopback(part)));
    }
  }

  /** Ends a part as a power cut does, and what it started with it. */
  void kill(String part) {
    part(part).kill();
  }

  /** Asks a part to end, as an orchestrator does, and waits until it has. */
  void stop(String part) {
    part(part).stop();
  }

  /** Ends the Redis server alone; it is back with the next start of SQS. */
  void killRedis() {
    part(SQS).killChildren();
  }

  /** Lets a part stand still, as a machine without breath does, and go on later. */
  void pause(String part, Duration time) {
    halt(part);
    LockSupport.parkNanos(time.toNanos());
    goOn(part);
  }

  void pauseRedis(Duration time) {
    part(SQS).pauseChildren(time);
  }

  void halt(String part) {
    part(part).halt();
  }

  void goOn(String part) {
    part(part).goOn();
  }

  /** How often workers began a job that somebody had begun before, as their logs tell. */
  long redeliveries() {
    return WORKERS.stream()
        .flatMap(worker -> lines(folder.resolve(worker + ".log")))
        .filter(AGAIN.asPredicate())
        .count();
  }

  private static Stream<String> lines(Path log) {
    try {
      return Files.readAllLines(log).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI api() {
    return loopback(API);
  }

  URI s3() {
    return loopback(S3);
  }

  URI sqs() {
    return loopback(SQS);
  }

  @Override
  public void close() {
    WORKERS.forEach(this::kill);
    kill(API);
    STACK.forEach(part -> part(part).killChildren());
    STACK.forEach(this::kill);
  }

  private Deployable part(String name) {
    return Objects.requireNonNull(running.get(name), name);
  }

  private URI loopback(String part) {
    return URI.create("http://127.0.0.1:" + port(part));
  }

  private String port(String part) {
    return String.valueOf(ports.get(part));
  }

  private static boolean answers(URI address) {
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static Path jar(String part) {
    return switch (part) {
      case S3, SQS -> ROOT.resolve("local-stack/target/local-stack.jar");
      case API -> ROOT.resolve("api-service/target/quarkus-app/quarkus-run.jar");
      default -> ROOT.resolve("upscale-worker/target/quarkus-app/quarkus-run.jar");
    };
  }

  private static String heap(String part) {
    return part.equals(API) ? "-Xmx512m" : "-Xmx400m";
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
