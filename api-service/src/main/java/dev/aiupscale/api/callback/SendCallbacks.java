package dev.aiupscale.api.callback;

import dev.aiupscale.api.status.FindJob;
import dev.aiupscale.common.job.Callback;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.common.json.Json;
import dev.aiupscale.platform.storage.CallbackRecords;
import dev.aiupscale.platform.storage.Versioned;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * Tells of jobs' ends whoever wanted to hear of them. What is to be told stands in the store until
 * a receiver took it, and every API process looks there, so that none is missed when a process
 * dies; whoever sends claims the entry first. A receiver may hear the same twice, under one id.
 */
@ApplicationScoped
public class SendCallbacks {
  private static final Logger LOG = Logger.getLogger(SendCallbacks.class);
  private static final int AT_ONCE = 16;

  /** Longer than a receiver's answer is waited for. */
  private static final Duration CLAIM = Duration.ofMinutes(1);

  private static final int GONE = 410;

  private final CallbackRecords records;
  private final FindJob find;
  private final CallbackRules rules;
  private final CallbackClient client;
  private final RetryPlan retries;
  private final MeterRegistry meters;
  private final Clock clock;
  private final ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);

  public SendCallbacks(
      CallbackRecords records,
      FindJob find,
      CallbackRules rules,
      CallbackClient client,
      RandomGenerator random,
      MeterRegistry meters,
      Clock clock) {
    this.records = records;
    this.find = find;
    this.rules = rules;
    this.client = client;
    this.retries = new RetryPlan(random);
    this.meters = meters;
    this.clock = clock;
  }

  @Scheduled(
      every = "${api.callback-interval:5s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void round() throws InterruptedException {
    if (rules.key().isEmpty()) {
      return;
    }
    try {
      senders.invokeAll(records.list().stream().map(this::look).toList());
    } catch (UpscaleException e) {
      LOG.warnf("callbacks were not looked at: %s", e.getMessage());
    }
  }

  @PreDestroy
  void close() {
    senders.shutdown();
  }

  private Callable<Void> look(CallbackRecords.Entry entry) {
    return () -> {
      try {
        settle(entry);
      } catch (RuntimeException e) {
        LOG.warnf(e, "a callback of job %s waits for another round", entry.jobId());
      }
      return null;
    };
  }

  private void settle(CallbackRecords.Entry entry) {
    Optional<Job> job = job(entry);
    if (job.isEmpty()) {
      records.delete(entry);
      return;
    }
    if (job.get().state().isFinal()) {
      Instant now = clock.instant();
      records
          .find(entry)
          .filter(seen -> !seen.value().notBefore().isAfter(now))
          .flatMap(seen -> records.replace(entry, seen, seen.value().claimed(now.plus(CLAIM))))
          .ifPresent(claimed -> send(entry, claimed, job.get()));
    }
  }

  private void send(CallbackRecords.Entry entry, Versioned<Callback> claimed, Job job) {
    Callback callback = claimed.value();
    String trouble = trouble(callback, job);
    if (trouble.isEmpty()) {
      records.delete(entry);
      count("delivered");
      return;
    }
    LOG.infof("job %s, callback %d: %s", job.id(), callback.tries(), trouble);
    Optional<Duration> pause =
        trouble.equals(String.valueOf(GONE)) ? Optional.empty() : retries.after(callback.tries());
    if (pause.isPresent()) {
      records.replace(entry, claimed, callback.postponed(clock.instant().plus(pause.get())));
      count("postponed");
    } else {
      records.delete(entry);
      count("given_up");
      LOG.warnf("job %s: its receiver was called in vain and is not called again", job.id());
    }
  }

  /** Why the receiver did not take the message; empty when it did. */
  private String trouble(Callback callback, Job job) {
    Instant now = clock.instant();
    byte[] body = Json.write(CallbackMessage.of(job, now));
    String id = CallbackMessage.id(job, callback.url());
    String signature = rules.key().orElseThrow().sign(id, now.getEpochSecond(), body);
    try {
      int status =
          client.post(
              callback.url(),
              Map.of(
                  "content-type",
                  "application/json",
                  "webhook-id",
                  id,
                  "webhook-timestamp",
                  String.valueOf(now.getEpochSecond()),
                  "webhook-signature",
                  signature),
              body);
      return status / 100 == 2 ? "" : String.valueOf(status);
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private Optional<Job> job(CallbackRecords.Entry entry) {
    try {
      return Optional.of(find.byJobId(entry.jobId().hex()).job());
    } catch (UpscaleException e) {
      if (e.code() == ErrorCode.JOB_NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private void count(String outcome) {
    meters.counter("upscale.callbacks", "outcome", outcome).increment();
  }
}
