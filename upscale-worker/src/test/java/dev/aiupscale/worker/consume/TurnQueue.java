package dev.aiupscale.worker.consume;

import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobMessage;
import dev.aiupscale.common.json.Json;
import dev.aiupscale.platform.queue.JobQueue;
import dev.aiupscale.platform.queue.Lane;
import dev.aiupscale.platform.queue.Placement;
import dev.aiupscale.platform.queue.ReceivedMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A queue with the guarantees of SQS, and no better order, in which every call waits its turn. */
final class TurnQueue implements JobQueue {
  private static final int MAX_RECEIVE_COUNT = 3;

  private final Turns turns;
  private final Random random;
  private final Clock clock;
  private final List<Message> messages = new ArrayList<>();
  private final List<Message> dead = new ArrayList<>();
  private int receipts;

  TurnQueue(Turns turns, Random random, Clock clock) {
    this.turns = turns;
    this.random = random;
    this.clock = clock;
  }

  private static final class Message {
    private final String body;
    private final Map<String, String> attributes;
    private Instant visibleAt = Instant.MIN;
    private String receipt = "";
    private int received;

    private Message(String body, Map<String, String> attributes) {
      this.body = body;
      this.attributes = attributes;
    }
  }

  @Override
  public void send(Job job, Placement placement) {
    turns.take("send " + job.id());
    sendBody(new String(Json.write(JobMessage.of(job)), StandardCharsets.UTF_8));
  }

  synchronized void sendBody(String body) {
    messages.add(new Message(body, Map.of()));
  }

  @Override
  public Optional<ReceivedMessage> receive(Lane lane, Duration wait, Duration visibilityTimeout) {
    turns.take("receive");
    synchronized (this) {
      List<Message> worn =
          messages.stream()
              .filter(message -> message.received >= MAX_RECEIVE_COUNT && isVisible(message))
              .toList();
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
    turns.take("show in " + visibilityTimeout + " " + message);
    synchronized (this) {
      held(message).ifPresent(held -> held.visibleAt = clock.instant().plus(visibilityTimeout));
    }
  }

  @Override
  public void delete(ReceivedMessage message) {
    turns.take("delete " + message);
    synchronized (this) {
      held(message).ifPresent(messages::remove);
    }
  }

  @Override
  public void putBack(ReceivedMessage message, Duration delay) {
    turns.take("put back " + message);
    synchronized (this) {
      Message fresh = new Message(message.body(), message.attributesToPutBack());
      fresh.visibleAt = clock.instant().plus(delay);
      messages.add(fresh);
    }
    delete(message);
  }

  @Override
  public void bury(ReceivedMessage message, String reason) {
    turns.take("bury " + message);
    synchronized (this) {
      dead.add(new Message(message.body(), message.attributes()));
    }
    delete(message);
  }

  @Override
  public long depth(Lane lane) {
    turns.take("depth");
    return size();
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
    chosen.received++;
    chosen.receipt = "receipt " + receipts++;
    chosen.visibleAt = clock.instant().plus(hidden);
    return Optional.of(
        new ReceivedMessage(
            "queue", chosen.body, chosen.receipt, chosen.received, chosen.attributes));
  }

  private boolean isVisible(Message message) {
    return !clock.instant().isBefore(message.visibleAt);
  }

  private Optional<Message> held(ReceivedMessage message) {
    return messages.stream().filter(held -> held.receipt.equals(message.receipt())).findFirst();
  }
}
