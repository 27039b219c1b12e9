package dev.aiupscale.api.status;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Predicate;

/** Looks at a job until something changes, without holding a thread between two looks. */
@ApplicationScoped
public class JobWatch {
  private static final Duration INTERVAL = Duration.ofMillis(300);

  private final FindJob find;

  public JobWatch(FindJob find) {
    this.find = find;
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

  private Multi<FoundJob> looks(String id) {
    return Multi.createFrom()
        .ticks()
        .every(INTERVAL)
        .onOverflow()
        .drop()
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(tick -> find.byJobId(id));
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
