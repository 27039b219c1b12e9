package dev.aiupscale.operations;

import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobState;
import dev.aiupscale.platform.cache.JobCache;
import dev.aiupscale.platform.lifecycle.PendingJobs;
import dev.aiupscale.platform.load.FairShare;
import dev.aiupscale.platform.queue.JobQueue;
import dev.aiupscale.platform.queue.MessageBody;
import dev.aiupscale.platform.queue.PoisonException;
import dev.aiupscale.platform.queue.ReceivedMessage;
import dev.aiupscale.platform.storage.JobRecords;
import dev.aiupscale.platform.storage.UnreadableRecordException;
import dev.aiupscale.platform.storage.Versioned;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Looks at dead letters and runs their jobs again; safe to be repeated and to be interrupted. */
@ApplicationScoped
public class DeadLetters {
  /** Long enough that no letter is seen twice in one go. */
  private static final Duration HIDDEN = Duration.ofMinutes(2);

  private static final Logger LOG = Logger.getLogger(DeadLetters.class);

  private final JobQueue queue;
  private final JobRecords records;
  private final PendingJobs pending;
  private final JobCache cache;
  private final FairShare share;
  private final Clock clock;

  public DeadLetters(
      JobQueue queue,
      JobRecords records,
      PendingJobs pending,
      JobCache cache,
      FairShare share,
      Clock clock) {
    this.queue = queue;
    this.records = records;
    this.pending = pending;
    this.cache = cache;
    this.share = share;
    this.clock = clock;
  }

  List<DeadLetter> list() {
    List<DeadLetter> letters = new ArrayList<>();
    List<ReceivedMessage> seen = new ArrayList<>();
    forEach(
        message -> {
          letters.add(letter(message));
          seen.add(message);
        });
    seen.forEach(this::showAgain);
    return letters;
  }

  /** How many letters met which fate. */
  Map<Fate, Integer> redrive() {
    Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
    List<ReceivedMessage> left = new ArrayList<>();
    forEach(
        message -> {
          Fate fate = redrive(message);
          fates.merge(fate, 1, Integer::sum);
          if (fate.isLeft()) {
            left.add(message);
          } else {
            queue.delete(message);
          }
        });
    left.forEach(this::showAgain);
    return fates;
  }

  private Fate redrive(ReceivedMessage message) {
    Job asked = asked(message);
    if (asked == null) {
      return Fate.POISON;
    }
    try {
      return pending.during(asked, clock.instant(), () -> redrive(asked));
    } catch (UnreadableRecordException e) {
      LOG.error(e.getMessage(), e);
      return Fate.UNREADABLE;
    }
  }

  /** The record first, then the message, then the letter goes: each step may be the last. */
  private Fate redrive(Job asked) {
    for (; ; ) {
      Instant asOf = clock.instant();
      Optional<Versioned<Job>> found = records.find(asked.id());
      if (found.isEmpty()) {
        return Fate.ERASED;
      }
      Job present = found.get().value();
      if (present.run() == asked.run() && present.state() == JobState.FAILED) {
        Optional<Job> rerun =
            records.replace(found.get(), present.rerun(clock.instant())).map(Versioned::value);
        if (rerun.isPresent()) {
          return send(rerun.get(), asOf);
        }
      } else if (present.run() == asked.run() + 1 && present.state() == JobState.QUEUED) {
        // An earlier redrive may have ended before it sent the message; a second one does no harm.
        return send(present, asOf);
      } else {
        boolean open = present.run() == asked.run() && !present.state().isFinal();
        return open ? Fate.UNTOLD : Fate.OUTDATED;
      }
    }
  }

  private Fate send(Job job, Instant asOf) {
    queue.send(job, share.place(job.demand()));
    cache.keep(job, asOf);
    return Fate.RUN_AGAIN;
  }

  private DeadLetter letter(ReceivedMessage message) {
    Job asked = asked(message);
    if (asked == null) {
      return DeadLetter.poison(message);
    }
    try {
      return records
          .find(asked.id())
          .map(found -> DeadLetter.of(message, asked, found.value()))
          .orElseGet(() -> DeadLetter.erased(message, asked));
    } catch (UnreadableRecordException e) {
      return DeadLetter.unreadable(message, asked);
    }
  }

  private static @Nullable Job asked(ReceivedMessage message) {
    try {
      return MessageBody.job(message);
    } catch (PoisonException e) {
      return null;
    }
  }

  private void forEach(Consumer<ReceivedMessage> look) {
    Optional<ReceivedMessage> message = queue.receiveDeadLetter(HIDDEN);
    while (message.isPresent()) {
      look.accept(message.get());
      message = queue.receiveDeadLetter(HIDDEN);
    }
  }

  private void showAgain(ReceivedMessage message) {
    queue.changeVisibility(message, Duration.ZERO);
  }
}
