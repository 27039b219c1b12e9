package dev.aiupscale.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aiupscale.common.json.Json;
import dev.aiupscale.localstack.LocalStack;
import dev.aiupscale.localstack.LocalStackConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The whole product as it runs in production, the API and a worker as processes of their own from
 * their jars, beside an embedded S3, SQS and Redis. One for all tests of a run.
 */
public final class RunningSystem {
  private static final Path ROOT =
      Path.of(System.getProperty("models.dir"), "../..").toAbsolutePath().normalize();
  private static final RunningSystem SHARED = start();

  private final LocalStack stack;
  private final TraceCollector traces = TraceCollector.start();
  private final Path folder;
  private final int apiPort = freePort();
  private final int workerPort = freePort();
  private final int secondPort = freePort();
  private final Deployable api;
  private Deployable worker;

  private RunningSystem(LocalStack stack, Path folder) {
    this.stack = stack;
    this.folder = folder;
    this.api = launch("api-service", apiPort, "-Xmx512m");
    this.worker = launchWorker();
  }

  /** The system, started when it is first asked for and stopped with the JVM. */
  public static RunningSystem shared() {
    return SHARED;
  }

  private static RunningSystem start() {
    try {
      Path folder = Files.createDirectories(ROOT.resolve("end-to-end/target/system"));
      LocalStack stack = LocalStack.start(LocalStackConfig.transientOnFreePorts());
      RunningSystem system = new RunningSystem(stack, folder);
      Runtime.getRuntime().addShutdownHook(new Thread(system::stop));
      system.api.awaitReady();
      system.worker.awaitReady();
      return system;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of the whole project. */
  public static Path root() {
    return ROOT;
  }

  public URI baseUri() {
    return URI.create("http://localhost:" + apiPort);
  }

  /** Where the worker tells how it is. */
  URI workerUri() {
    return URI.create("http://localhost:" + workerPort);
  }

  public UpscaleClient client() {
    return new UpscaleClient(baseUri());
  }

  /** Kills the worker as a power cut would, and starts another. */
  public void killAndReplaceWorker() {
    worker.kill();
    startWorker();
  }

  /** Asks the worker to stop, and waits until it has. */
  public void stopWorker() {
    worker.stop();
  }

  public void startWorker() {
    startWorker(Map.of());
  }

  /** Starts a worker with settings beside the usual ones. */
  public void startWorker(Map<String, String> further) {
    worker = launch("upscale-worker", workerPort, "-Xmx400m", further);
    worker.awaitReady();
  }

  /** Whether the worker says that it takes jobs. */
  public boolean isWorkerReady() {
    return worker.isReady();
  }

  /** Stops the worker where it stands. */
  public void haltWorker() {
    worker.halt();
  }

  /** Lets the halted worker go on. */
  public void goOnWithWorker() {
    worker.goOn();
  }

  /** Runs {@code work} while there is a further worker beside the first. */
  public void withSecondWorker(Runnable work) {
    Deployable second = launch("upscale-worker", secondPort, "-Xmx400m");
    try {
      second.awaitReady();
      work.run();
    } finally {
      second.kill();
    }
  }

  /** Runs {@code work} with a further API, which believes what a proxy says of its clients. */
  public void withSecondApi(Map<String, String> further, Consumer<UpscaleClient> work) {
    withSecondApi("-Xmx512m", further, base -> work.accept(new UpscaleClient(base)));
  }

  /**
   * The same with a heap of its own, for whoever speaks to it without the usual client.
   *
   * @param heap a flag such as {@code -Xmx256m}
   */
  public void withSecondApi(String heap, Map<String, String> further, Consumer<URI> work) {
    Map<String, String> settings = new LinkedHashMap<>(further);
    settings.put("API_BEHIND_PROXY", "true");
    Deployable second = launch("api-service", secondPort, heap, settings);
    try {
      second.awaitReady();
      work.accept(URI.create("http://localhost:" + secondPort));
    } finally {
      second.kill();
    }
  }

  /** Runs {@code work} with a further API, and a way to cut its cable to the store. */
  public void withApiWhoseStorageGoes(BiConsumer<URI, Runnable> work) {
    CutCable cable = CutCable.to(stack.s3Endpoint());
    Deployable second =
        launch(
            "api-service",
            secondPort,
            "-Xmx512m",
            Map.of("UPSCALE_S3_ENDPOINT", cable.nearEnd().toString()));
    try {
      second.awaitReady();
      work.accept(URI.create("http://localhost:" + secondPort), cable::close);
    } finally {
      second.kill();
      cable.close();
    }
  }

  /** Puts a second message of a job on the queue. */
  public void sendAgain(String jobId) {
    String key = "jobs/" + jobId + ".json";
    try (S3Client s3 = s3()) {
      String record =
          s3.getObjectAsBytes(r -> r.bucket(stack.config().bucket()).key(key)).asUtf8String();
      sendMessage("{\"version\":1,\"job\":" + record + "}");
    }
  }

  /** Puts any text on the jobs queue. */
  public void sendMessage(String body) {
    try (SqsClient sqs = sqs()) {
      String url = sqs.getQueueUrl(r -> r.queueName(stack.config().queue())).queueUrl();
      sqs.sendMessage(r -> r.queueUrl(url).messageBody(body));
    }
  }

  /** How many messages lie on the dead-letter queue, whether or not somebody looks at them. */
  public int deadLetters() {
    return messages(stack.config().deadLetterQueue());
  }

  /** How many jobs' messages there are, those in work included. */
  public int jobMessages() {
    return messages(stack.config().queue()) + messages(stack.config().queue() + "-bulk");
  }

  private int messages(String queue) {
    try (SqsClient sqs = sqs()) {
      String url = sqs.getQueueUrl(r -> r.queueName(queue)).queueUrl();
      return sqs
          .getQueueAttributes(
              r ->
                  r.queueUrl(url)
                      .attributeNames(
                          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
          .attributes()
          .values()
          .stream()
          .mapToInt(Integer::parseInt)
          .sum();
    }
  }

  /** Takes everything out of Redis. */
  public void emptyRedis() {
    URI redis = stack.redisEndpoint();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(redis.getHost(), redis.getPort()), 2000);
      socket.getOutputStream().write("FLUSHALL\r\n".getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readNBytes(3);
      if (!new String(answer, StandardCharsets.US_ASCII).equals("+OK")) {
        throw new IllegalStateException("Redis was not emptied");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the parts have told of their work so far. */
  List<TraceCollector.Span> spans() {
    return traces.spans();
  }

  /** What a part of this system has logged. */
  public String log(String module) throws IOException {
    return Files.readString(folder.resolve(module + ".log"));
  }

  /** How many objects lie in the bucket. */
  public long objects() {
    try (S3Client s3 = s3()) {
      String bucket = stack.config().bucket();
      return s3.listObjectsV2Paginator(r -> r.bucket(bucket)).contents().stream()
          .map(S3Object::key)
          .count();
    }
  }

  /** What a job's attempts have left for each other. */
  public long checkpoints(String jobId) {
    return objectsBelow("checkpoints/" + jobId);
  }

  private S3Client s3() {
    return with(S3Client.builder().endpointOverride(stack.s3Endpoint()).forcePathStyle(true))
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .build();
  }

  private SqsClient sqs() {
    return with(SqsClient.builder().endpointOverride(stack.sqsEndpoint())).build();
  }

  private <B extends AwsClientBuilder<B, ?>> B with(B builder) {
    return builder
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(
                    stack.config().accessKey(), stack.config().secretKey())));
  }

  private Deployable launchWorker() {
    return launch("upscale-worker", workerPort, "-Xmx400m");
  }

  private Deployable launch(String module, int port, String heap) {
    return launch(module, port, heap, Map.of());
  }

  private Deployable launch(String module, int port, String heap, Map<String, String> further) {
    Map<String, String> settings = environment(module);
    settings.putAll(further);
    Path jar = ROOT.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    return Deployable.start(module, jar, heap, port, settings, folder);
  }

  /** How many objects lie below a prefix. */
  int objectsBelow(String prefix) {
    try (S3Client s3 = s3()) {
      String bucket = stack.config().bucket();
      return s3.listObjectsV2(r -> r.bucket(bucket).prefix(prefix)).keyCount();
    }
  }

  /** Puts another file in a finished job's place, and says its size in the job's record. */
  void replaceResult(String jobId, Path file) throws IOException {
    String bucket = stack.config().bucket();
    String record = "jobs/" + jobId + ".json";
    try (S3Client s3 = s3()) {
      String json = s3.getObjectAsBytes(r -> r.bucket(bucket).key(record)).asUtf8String();
      ObjectNode job =
          (ObjectNode) Json.read(json.getBytes(StandardCharsets.UTF_8), JsonNode.class);
      ObjectNode result = (ObjectNode) job.get("result");
      result.put("bytes", Files.size(file));
      String extension = result.get("format").asText().replace("jpeg", "jpg");
      s3.putObject(r -> r.bucket(bucket).key("results/" + jobId + "." + extension), file);
      s3.putObject(r -> r.bucket(bucket).key(record), RequestBody.fromBytes(Json.write(job)));
    }
    emptyRedis();
  }

  /** What a deployable must be told to be a part of this system. */
  public Map<String, String> settings() {
    return environment("further");
  }

  private Map<String, String> environment(String module) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("AWS_REGION", "us-east-1");
    environment.put("AWS_ACCESS_KEY_ID", stack.config().accessKey());
    environment.put("AWS_SECRET_ACCESS_KEY", stack.config().secretKey());
    environment.put("UPSCALE_S3_ENDPOINT", stack.s3Endpoint().toString());
    environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", traces.endpoint().toString());
    environment.put("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
    environment.put("API_DIRECT_ENDPOINT", stack.s3Endpoint().toString());
    environment.put("UPSCALE_SQS_ENDPOINT", stack.sqsEndpoint().toString());
    environment.put("UPSCALE_REDIS_URL", stack.redisEndpoint().toString());
    environment.put("UPSCALE_BUCKET", stack.config().bucket());
    environment.put("WORKER_CHECKPOINT_AFTER", "PT5S");
    environment.put("UPSCALE_MODELS_DIR", System.getProperty("models.dir"));
    environment.put("UPSCALE_WORK_DIR", folder.resolve(module + "-work").toString());
    environment.put("WORKER_QUEUE_VISIBILITY_TIMEOUT", "PT6S");
    environment.put("WORKER_QUEUE_POLL_WAIT", "PT5S");
    environment.put("WORKER_QUEUE_GRACE_TIME", "PT1S");
    return environment;
  }

  private void stop() {
    worker.kill();
    api.kill();
    stack.close();
    traces.stop();
  }

  /** A port that nobody listens on now. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
