package dev.aiupscale.api.submit;

import dev.aiupscale.api.callback.ExpectCallback;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.platform.lifecycle.BeginJob;
import dev.aiupscale.platform.lifecycle.BegunJob;
import dev.aiupscale.platform.queue.Lane;
import dev.aiupscale.platform.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Takes a picture and options and answers with a job. */
@ApplicationScoped
public class SubmitJob {
  private final OptionParser parser;
  private final StoreUpload uploads;
  private final PlanJob plans;
  private final BeginJob begin;
  private final QueueGate gate;
  private final ExpectCallback callbacks;
  private final MeterRegistry meters;

  public SubmitJob(
      OptionParser parser,
      StoreUpload uploads,
      PlanJob plans,
      BeginJob begin,
      QueueGate gate,
      ExpectCallback callbacks,
      MeterRegistry meters) {
    this.callbacks = callbacks;
    this.meters = meters;
    this.parser = parser;
    this.uploads = uploads;
    this.plans = plans;
    this.begin = begin;
    this.gate = gate;
  }

  public Submitted submit(UploadForm form) {
    RequestedOptions asked = parser.parse(form.fields());
    try (Upload upload = uploads.open(form.image())) {
      PlannedJob plan = plans.plan(upload, asked, form.name());
      Traces.about(plan.job().id());
      Begin beginning =
          place ->
              begin.begin(
                  plan.job(), asked.ignoreCache(), plan.image(), upload::ensureStored, place);
      BegunJob begun =
          plan.present().isPresent() ? beginning.with(this::booked) : booked(plan.job(), beginning);
      asked.callbackUrl().ifPresent(url -> callbacks.expect(begun.job(), url));
      count(begun);
      return told(form, asked, begun);
    }
  }

  private void count(BegunJob begun) {
    String model = begun.job().options().model();
    String outcome = begun.created() ? "created" : "joined";
    meters.counter("upscale.jobs.submitted", "model", model, "outcome", outcome).increment();
  }

  /** The beginning of a job, told where the job waits. */
  private interface Begin {
    BegunJob with(Function<Job, Lane> place);
  }

  /** Books first, and gives back what is not needed: of a job that somebody else began, say. */
  private BegunJob booked(Job job, Begin begin) {
    Lane lane = gate.book(job);
    boolean created = false;
    try {
      BegunJob begun = begin.with(placed -> gate.queued(placed, lane));
      created = begun.created();
      return begun;
    } finally {
      if (!created) {
        gate.giveBack(job, lane);
      }
    }
  }

  /** For a job that was known, and is gone just now. */
  private Lane booked(Job job) {
    return gate.queued(job, gate.book(job));
  }

  /** Who joins a job hears of their own name and fields, not of the first sender's. */
  private static Submitted told(UploadForm form, RequestedOptions asked, BegunJob begun) {
    Job recorded = begun.job();
    return new Submitted(
        recorded.toldAs(form.name(), Receipt.ofJoined(asked.ignoredFields(), recorded.notes())),
        begun.created(),
        !recorded.uploadName().equals(form.name()));
  }
}
