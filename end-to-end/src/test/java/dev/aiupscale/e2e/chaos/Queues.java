package dev.aiupscale.e2e.chaos;

import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What lies in the queues. */
final class Queues implements AutoCloseable {
  private static final String JOBS = "upscale-jobs";
  private static final String DEAD = "upscale-jobs-dead";
  private static final int MOST_AT_ONCE = 10;

  private final SqsClient sqs;

  Queues(URI endpoint) {
    this.sqs =
        SqsClient.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create("local", "local-secret")))
            .build();
  }

  /**
   * @return whether the queue took it
   */
  boolean send(String body) {
    try {
      String url = url(JOBS);
      sqs.sendMessage(r -> r.queueUrl(url).messageBody(body));
      return true;
    } catch (SdkException e) {
      return false;
    }
  }

  /** Messages of jobs in both lanes, seen or hidden. */
  int waiting() {
    return count(JOBS) + count(JOBS + "-bulk");
  }

  /**
   * The bodies of all dead letters, once nobody else looks at them; who is killed while a letter is
   * buried leaves it twice.
   */
  Set<String> deadBodies() {
    Set<String> bodies = new TreeSet<>();
    String url = url(DEAD);
    while (count(DEAD) > 0) {
      for (Message message :
          sqs.receiveMessage(
                  r -> r.queueUrl(url).maxNumberOfMessages(MOST_AT_ONCE).waitTimeSeconds(5))
              .messages()) {
        bodies.add(message.body());
        sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
      }
    }
    return bodies;
  }

  private int count(String queue) {
    String url = url(queue);
    return sqs
        .getQueueAttributes(
            r ->
                r.queueUrl(url)
                    .attributeNames(
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
        .attributes()
        .values()
        .stream()
        .mapToInt(Integer::parseInt)
        .sum();
  }

  private String url(String queue) {
    return sqs.getQueueUrl(r -> r.queueName(queue)).queueUrl();
  }

  @Override
  public void close() {
    sqs.close();
  }
}
