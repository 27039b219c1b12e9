package dev.aiupscale.localstack;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/** Runs the local stack until it is told to stop; the settings come from the environment. */
public final class LocalStackMain {
  private LocalStackMain() {}

  public static void main(String[] args) {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
    System.setProperty("org.slf4j.simpleLogger.showDateTime", "true");
    try {
      LocalStackConfig config = fromEnvironment(System.getenv());
      LocalStack stack = LocalStack.start(config);
      Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop-local-stack"));
      announce(stack, System.out);
    } catch (PartNotStartedException | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      // The parts leave threads behind that would keep a failed process alive.
      System.exit(1);
    }
  }

  static LocalStackConfig fromEnvironment(Map<String, String> environment) {
    return new LocalStackConfig(
        Path.of(environment.getOrDefault("STACK_DATA_DIR", ".data/stack")),
        environment.getOrDefault("STACK_HOST", LocalStackConfig.LOOPBACK),
        number(environment, "STACK_S3_PORT", 9090),
        number(environment, "STACK_SQS_PORT", 9324),
        number(environment, "STACK_REDIS_PORT", 6390),
        environment.getOrDefault("AWS_ACCESS_KEY_ID", "local"),
        environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "local-secret"),
        environment.getOrDefault("UPSCALE_BUCKET", "ai-upscale"),
        environment.getOrDefault("UPSCALE_QUEUE", "upscale-jobs"),
        environment.getOrDefault("UPSCALE_DEAD_LETTER_QUEUE", "upscale-jobs-dead"),
        number(environment, "STACK_MAX_RECEIVE_COUNT", 3),
        number(environment, "STACK_VISIBILITY_TIMEOUT_SECONDS", 60));
  }

  private static int number(Map<String, String> environment, String name, int otherwise) {
    String text = environment.get(name);
    try {
      return text == null ? otherwise : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s is '%s'; it must be a number".formatted(name, text), e);
    }
  }

  private static void announce(LocalStack stack, PrintStream out) {
    LocalStackConfig config = stack.config();
    out.printf("S3 ready: %s, bucket %s%n", stack.s3Endpoint(), config.bucket());
    out.printf(
        "SQS ready: %s, queues %s and %s%n",
        stack.sqsEndpoint(), config.queue(), config.deadLetterQueue());
    out.printf("Redis ready: %s%n", stack.redisEndpoint());
    out.println("local stack ready");
  }
}
