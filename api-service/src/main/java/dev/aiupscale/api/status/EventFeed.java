package dev.aiupscale.api.status;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one listener is told: an event a change, and a comment when nothing happens for a while. */
final class EventFeed {
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final Sse sse;
  private final Clock clock;
  private @Nullable String lastId;
  private Instant lastSent;

  EventFeed(Sse sse, Clock clock, @Nullable String lastId) {
    this.sse = sse;
    this.clock = clock;
    this.lastId = lastId;
    this.lastSent = clock.instant();
  }

  Optional<OutboundSseEvent> next(FoundJob found) {
    byte[] json = JobAnswer.json(found);
    String id = JobAnswer.tag(json);
    if (!id.equals(lastId)) {
      lastId = id;
      String data = new String(json, StandardCharsets.UTF_8);
      return sent(sse.newEventBuilder().name("job").id(id).data(data).build());
    }
    boolean silent = lastSent.plus(HEARTBEAT).isBefore(clock.instant());
    return silent ? sent(sse.newEventBuilder().comment("still here").build()) : Optional.empty();
  }

  private Optional<OutboundSseEvent> sent(OutboundSseEvent event) {
    lastSent = clock.instant();
    return Optional.of(event);
  }
}
