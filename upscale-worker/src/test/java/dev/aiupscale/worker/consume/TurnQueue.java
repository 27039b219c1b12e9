package dev.aiupscale.worker.consume;

import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobMessage;
import dev.aiupscale.common.json.Json;
import dev.aiupscale.platform.queue.JobQueue;
import dev.aiupscale.platform.queue.Lane;
import dev.aiupscale.platform.queue.MessageBody;
import dev.aiupscale.platform.queue.ReceivedMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** A queue with the guarantees of SQS, and no better order, in which every call waits its turn. */
final class TurnQueue implements JobQueue {
  static final int MAX_RECEIVE_COUNT = 3;

  private final Turns turns;
  private final Outages outages;
  private final Random random;
  private final Clock clock;
  private final List<Message> messages = new ArrayList<>();
  private final List<Message> dead = new ArrayList<>();

  /** How often deliveries of a line were not heard of again before their time was over. */
  private final Map<String, Integer> lapses = new HashMap<>();

  /** The lines of messages for each run of a job. */
  private final Map<String, Set<String>> lines = new HashMap<>();

  private int receipts;

  TurnQueue(Turns turns, Outages outages, Random random, Clock clock) {
    this.turns = turns;
    this.outages = outages;
    this.random = random;
    this.clock = clock;
  }

  private static final class Message {
    private final String id = UUID.randomUUID().toString();
    private final String body;
    private final Map<String, String> attributes;
    private Instant visibleAt = Instant.MIN;
    private String receipt = "";
    private int received;
    private boolean inHands;

    private Message(String body, Map<String, String> attributes) {
      this.body = body;
      this.attributes = attributes;
    }
  }

  @Override
  public void send(Job job, Lane lane) {
    String body = new String(Json.write(JobMessage.of(job)), StandardCharsets.UTF_8);
    outages.call("send " + job.id(), () -> add(body, Map.of(), Duration.ZERO));
  }

  private synchronized boolean add(String body, Map<String, String> attributes, Duration delay) {
    Message fresh = new Message(body, attributes);
    fresh.visibleAt = clock.instant().plus(delay);
    return messages.add(fresh);
  }

  @Override
  public Optional<ReceivedMessage> receive(Lane lane, Duration wait, Duration visibilityTimeout) {
    turns.take("receive");
    synchronized (this) {
      List<Message> worn =
          messages.stream()
              .filter(message -> message.received >= MAX_RECEIVE_COUNT && isVisible(message))
              .toList();
      worn.forEach(this::noteLapse);
      messages.removeAll(worn);
      dead.addAll(worn);
      return take(messages, visibilityTimeout);
    }
  }

  @Override
  public Optional<ReceivedMessage> receiveDeadLetter(Duration visibilityTimeout) {
    turns.take("receive dead letter");
    return take(dead, visibilityTimeout);
  }

  @Override
  public void changeVisibility(ReceivedMessage message, Duration visibilityTimeout) {
    outages.call(
        "show in " + visibilityTimeout + " " + message, () -> show(message, visibilityTimeout));
  }

  @Override
  public void delete(ReceivedMessage message) {
    outages.call("delete " + message, () -> remove(message));
  }

  @Override
  public void putBack(ReceivedMessage message, Duration delay) {
    outages.call(
        "put back " + message, () -> add(message.body(), message.attributesToPutBack(), delay));
    delete(message);
  }

  @Override
  public void bury(ReceivedMessage message, String reason) {
    outages.call("bury " + message, () -> addDead(message, reason));
    delete(message);
  }

  @Override
  public void ping() {
    turns.take("ping");
  }

  private synchronized boolean addDead(ReceivedMessage message, String reason) {
    return dead.add(new Message(message.body(), message.attributesToBury(reason)));
  }

  private synchronized boolean show(ReceivedMessage message, Duration visibilityTimeout) {
    held(message)
        .ifPresent(
            held -> {
              held.visibleAt = clock.instant().plus(visibilityTimeout);
              held.inHands = false;
            });
    return true;
  }

  private synchronized boolean remove(ReceivedMessage message) {
    held(message).ifPresent(messages::remove);
    return true;
  }

  @Override
  public long depth(Lane lane) {
    turns.take("depth");
    return size();
  }

  /** As when the time of all deliveries is over. */
  synchronized void showAll() {
    messages.forEach(message -> message.visibleAt = Instant.MIN);
  }

  @Override
  public long inFlight(Lane lane) {
    throw new UnsupportedOperationException("no worker asks for it");
  }

  synchronized int size() {
    return messages.size();
  }

  private synchronized Optional<ReceivedMessage> take(List<Message> from, Duration hidden) {
    List<Message> visible = from.stream().filter(this::isVisible).toList();
    if (visible.isEmpty()) {
      return Optional.empty();
    }
    Message chosen = visible.get(random.nextInt(visible.size()));
    noteLapse(chosen);
    chosen.inHands = true;
    chosen.received++;
    chosen.receipt = "receipt " + receipts++;
    chosen.visibleAt = clock.instant().plus(hidden);
    return Optional.of(delivery(chosen));
  }

  /** The most tries that were lost of one line of messages for this run of the job. */
  synchronized int lostTries(Job job) {
    return lines.getOrDefault(runOf(job), Set.of()).stream()
        .mapToInt(line -> lapses.getOrDefault(line, 0))
        .max()
        .orElse(0);
  }

  private void noteLapse(Message message) {
    if (message.inHands) {
      ReceivedMessage delivery = delivery(message);
      String line = delivery.holder().line();
      lapses.merge(line, 1, Integer::sum);
      lines.computeIfAbsent(runOf(MessageBody.job(delivery)), run -> new HashSet<>()).add(line);
    }
  }

  private static String runOf(Job job) {
    return job.id() + " " + job.createdAt() + " " + job.run();
  }

  private static ReceivedMessage delivery(Message message) {
    return new ReceivedMessage(
        "queue", message.id, message.body, message.receipt, message.received, message.attributes);
  }

  private boolean isVisible(Message message) {
    return !clock.instant().isBefore(message.visibleAt);
  }

  private Optional<Message> held(ReceivedMessage message) {
    return messages.stream().filter(held -> held.receipt.equals(message.receipt())).findFirst();
  }
}
