package dev.aiupscale.api.status;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A job's changes as server-sent events, until the job is final. */
@ApplicationScoped
public class JobEvents {
  private final JobWatch watch;
  private final Clock clock;

  public JobEvents(JobWatch watch, Clock clock) {
    this.watch = watch;
    this.clock = clock;
  }

  /**
   * @param lastEventId the id of the last event that the client has seen: it is not sent again
   */
  public Multi<OutboundSseEvent> stream(String id, @Nullable String lastEventId, Sse sse) {
    EventFeed feed = new EventFeed(sse, clock, lastEventId);
    return watch
        .untilFinal(id)
        .map(feed::next)
        .select()
        .where(Optional::isPresent)
        .map(Optional::orElseThrow);
  }
}
