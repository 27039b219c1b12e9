package dev.aiupscale.api.status;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a job until something changes, without holding a thread between two looks. Whoever looks
 * when an unfinished job is erased sees it once as cancelled.
 */
@ApplicationScoped
public class JobWatch {
  private static final Duration INTERVAL = Duration.ofMillis(300);

  private final FindJob find;
  private final Clock clock;
  private final ConcurrentMap<String, Multi<FoundJob>> watched = new ConcurrentHashMap<>();

  public JobWatch(FindJob find, Clock clock) {
    this.find = find;
    this.clock = clock;
  }

  /** The present account of the job, again and again, until it is final. */
  public Multi<FoundJob> untilFinal(String id) {
    return until(looks(id), found -> found.job().state().isFinal());
  }

  /** The first account that {@code wanted} accepts, or the last one seen when time is up. */
  public Uni<FoundJob> await(String id, Predicate<FoundJob> wanted, Duration limit) {
    long looks = Math.max(1, limit.dividedBy(INTERVAL));
    return looks(id).select().first(looks).plug(all -> until(all, wanted)).collect().last();
  }

  /** Whoever is too slow for a look misses it and sees the next one, and keeps nobody waiting. */
  private Multi<FoundJob> looks(String id) {
    return watched.computeIfAbsent(id, this::sharedLooks).onOverflow().drop();
  }

  /** One look serves all who watch the job. */
  private Multi<FoundJob> sharedLooks(String id) {
    AtomicReference<@Nullable Multi<FoundJob>> self = new AtomicReference<>();
    Runnable leave =
        () -> {
          Multi<FoundJob> own = self.get();
          if (own != null) {
            watched.remove(id, own);
          }
        };
    Multi<FoundJob> shared =
        Multi.createFrom()
            .deferred(() -> ownLooks(id))
            .onItem()
            .invoke(found -> leaveIfFinal(found, leave))
            .onTermination()
            .invoke(leave)
            .broadcast()
            .withCancellationAfterLastSubscriberDeparture()
            .toAllSubscribers();
    self.set(shared);
    return shared;
  }

  /** Whoever comes after the end looks anew: the job may have been sent again. */
  private static void leaveIfFinal(FoundJob found, Runnable leave) {
    if (found.job().state().isFinal()) {
      leave.run();
    }
  }

  private Multi<FoundJob> ownLooks(String id) {
    AtomicReference<@Nullable FoundJob> last = new AtomicReference<>();
    return Multi.createFrom()
        .ticks()
        .every(INTERVAL)
        .onOverflow()
        .drop()
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(tick -> last.updateAndGet(before -> look(id, before)));
  }

  private FoundJob look(String id, @Nullable FoundJob before) {
    if (before != null && before.job().state().isFinal()) {
      // The look that ends the watch; the job may be erased by now.
      return before;
    }
    try {
      return find.byJobId(id);
    } catch (UpscaleException e) {
      if (e.code() == ErrorCode.JOB_NOT_FOUND && before != null) {
        return new FoundJob(before.job().cancelled(clock.instant()), before.origin());
      }
      throw e;
    }
  }

  private static Multi<FoundJob> until(Multi<FoundJob> jobs, Predicate<FoundJob> last) {
    boolean[] over = {false};
    return jobs.select()
        .first(
            found -> {
              boolean go = !over[0];
              over[0] = last.test(found);
              return go;
            });
  }
}
