package dev.aiupscale.platform.aws;

import dev.aiupscale.common.job.Demand;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobMessage;
import dev.aiupscale.common.json.Json;
import dev.aiupscale.platform.PlatformConfig;
import dev.aiupscale.platform.load.Workload;
import dev.aiupscale.platform.outage.Breaker;
import dev.aiupscale.platform.queue.JobQueue;
import dev.aiupscale.platform.queue.Lane;
import dev.aiupscale.platform.queue.ReceivedMessage;
import dev.aiupscale.platform.trace.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageNotInflightException;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** The jobs queue and its dead-letter queue on SQS. */
@ApplicationScoped
public class SqsJobQueue implements JobQueue {
  /**
   * Whose message it is: an attribute, so that one that is put back stays its client's, and the
   * group by which SQS' fair queues let no client's backlog delay another's.
   */
  private static final String GROUP = "client";

  private static final String INVALID_PARAMETER = "InvalidParameterValue";
  private static final Duration ATTEMPT_TIME = Duration.ofSeconds(5);
  private static final Duration CALL_TIME = Duration.ofSeconds(10);

  /** A request that waits asks all of the queue's servers, one that does not only some. */
  private static final Duration ALL_SERVERS = Duration.ofSeconds(1);

  private static final Logger LOG = Logger.getLogger(SqsJobQueue.class);

  private final SqsClient sqs;
  private final AwsCalls calls;
  private final Workload workload;
  private final String queue;
  private final String deadLetterQueue;
  private final Map<String, String> urls = new ConcurrentHashMap<>();

  public SqsJobQueue(SqsClient sqs, PlatformConfig config, Workload workload, Clock clock) {
    this.calls = new AwsCalls("The queue", new Breaker(config.outageRetryAfter(), clock));
    this.sqs = sqs;
    this.workload = workload;
    this.queue = config.queue();
    this.deadLetterQueue = config.deadLetterQueue();
  }

  @Override
  public void send(Job job, Lane lane) {
    Demand demand = job.demand();
    // SQS takes no more characters than XML does.
    String body = Json.writeAscii(JobMessage.of(job));
    Map<String, String> attributes = new HashMap<>(Traces.carried());
    if (demand.seconds() > 0) {
      attributes.put(ReceivedMessage.SECONDS, String.valueOf(demand.seconds()));
    }
    if (!demand.client().isEmpty()) {
      attributes.put(GROUP, demand.client());
    }
    send(lane.queue(queue), body, attributes, Duration.ZERO);
    if (demand.seconds() > 0) {
      workload.queued(demand.seconds());
    }
  }

  @Override
  public Optional<ReceivedMessage> receive(Lane lane, Duration wait, Duration visibilityTimeout) {
    return receiveFrom(lane.queue(queue), wait, visibilityTimeout);
  }

  @Override
  public Optional<ReceivedMessage> receiveDeadLetter(Duration visibilityTimeout) {
    return receiveFrom(deadLetterQueue, ALL_SERVERS, visibilityTimeout);
  }

  @Override
  public void changeVisibility(ReceivedMessage message, Duration visibilityTimeout) {
    ifHeld(
        () ->
            sqs.changeMessageVisibility(
                r ->
                    r.queueUrl(url(message.queue()))
                        .receiptHandle(message.receipt())
                        .visibilityTimeout((int) visibilityTimeout.toSeconds())
                        .overrideConfiguration(SqsJobQueue::bounded)));
  }

  @Override
  public void delete(ReceivedMessage message) {
    drop(message);
    if (message.predictedSeconds() > 0 && !message.queue().equals(deadLetterQueue)) {
      workload.settled(message.predictedSeconds());
    }
  }

  private void drop(ReceivedMessage message) {
    ifHeld(
        () ->
            sqs.deleteMessage(
                r ->
                    r.queueUrl(url(message.queue()))
                        .receiptHandle(message.receipt())
                        .overrideConfiguration(SqsJobQueue::bounded)));
  }

  /**
   * A delivery whose time is over, or that somebody else has by now, is not there to be changed.
   */
  private void ifHeld(Runnable request) {
    calls.call(
        () -> {
          try {
            request.run();
          } catch (SqsException e) {
            if (!isOver(e)) {
              throw e;
            }
            LOG.infof("a delivery was over: %s", e.getMessage());
          }
          return true;
        });
  }

  /** SQS has a name of its own for each way in which a receipt can be outdated. */
  private static boolean isOver(SqsException refusal) {
    String code = refusal.awsErrorDetails() == null ? "" : refusal.awsErrorDetails().errorCode();
    return refusal instanceof ReceiptHandleIsInvalidException
        || refusal instanceof MessageNotInflightException
        || (INVALID_PARAMETER.equals(code)
            && String.valueOf(refusal.getMessage()).contains("ReceiptHandle"));
  }

  /** A call that hangs must not cost more than a part of what a message stays hidden. */
  private static void bounded(AwsRequestOverrideConfiguration.Builder call) {
    call.apiCallAttemptTimeout(ATTEMPT_TIME).apiCallTimeout(CALL_TIME);
  }

  @Override
  public void putBack(ReceivedMessage message, Duration delay) {
    send(message.queue(), message.body(), message.attributesToPutBack(), delay);
    drop(message);
  }

  @Override
  public void bury(ReceivedMessage message, String reason) {
    send(deadLetterQueue, message.body(), message.attributesToBury(reason), Duration.ZERO);
    delete(message);
  }

  @Override
  public long depth(Lane lane) {
    return count(
        lane,
        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
  }

  @Override
  public long inFlight(Lane lane) {
    return count(lane, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
  }

  private long count(Lane lane, QueueAttributeName... counts) {
    return calls
        .call(
            () ->
                sqs.getQueueAttributes(
                    r -> r.queueUrl(url(lane.queue(queue))).attributeNames(counts)))
        .attributes()
        .values()
        .stream()
        .mapToLong(Long::parseLong)
        .sum();
  }

  @Override
  public void ping() {
    calls.call(
        () ->
            sqs.getQueueAttributes(
                r ->
                    r.queueUrl(url(queue))
                        .overrideConfiguration(c -> c.apiCallTimeout(AwsCalls.PING_TIME))));
  }

  private void send(String name, String body, Map<String, String> attributes, Duration delay) {
    calls.call(
        () ->
            sqs.sendMessage(
                r ->
                    r.queueUrl(url(name))
                        .messageBody(body)
                        .messageAttributes(texts(attributes))
                        .messageGroupId(attributes.get(GROUP))
                        .overrideConfiguration(SqsJobQueue::bounded)
                        .delaySeconds((int) delay.toSeconds())));
  }

  private static Map<String, MessageAttributeValue> texts(Map<String, String> attributes) {
    Map<String, MessageAttributeValue> values = new HashMap<>();
    attributes.forEach(
        (name, text) ->
            values.put(
                name,
                MessageAttributeValue.builder().dataType("String").stringValue(text).build()));
    return values;
  }

  private Optional<ReceivedMessage> receiveFrom(
      String name, Duration wait, Duration visibilityTimeout) {
    List<Message> messages =
        calls.call(
            () ->
                sqs.receiveMessage(
                        r ->
                            r.queueUrl(url(name))
                                .maxNumberOfMessages(1)
                                .waitTimeSeconds((int) wait.toSeconds())
                                .visibilityTimeout((int) visibilityTimeout.toSeconds())
                                .messageAttributeNames("All")
                                .messageSystemAttributeNames(
                                    MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
                    .messages());
    return messages.stream().findFirst().map(message -> received(name, message));
  }

  private static ReceivedMessage received(String queue, Message message) {
    String count = message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
    Map<String, String> attributes = new HashMap<>();
    message
        .messageAttributes()
        .forEach(
            (name, value) ->
                Optional.ofNullable(value.stringValue())
                    .ifPresent(text -> attributes.put(name, text)));
    return new ReceivedMessage(
        queue,
        message.messageId(),
        message.body(),
        message.receiptHandle(),
        count == null ? 1 : Integer.parseInt(count),
        attributes);
  }

  private String url(String name) {
    return urls.computeIfAbsent(name, n -> sqs.getQueueUrl(r -> r.queueName(n)).queueUrl());
  }
}
