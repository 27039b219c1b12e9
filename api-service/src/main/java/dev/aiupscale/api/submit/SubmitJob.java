package dev.aiupscale.api.submit;

import dev.aiupscale.api.ApiConfig;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.job.ImageRecord;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobId;
import dev.aiupscale.common.job.JobOptions;
import dev.aiupscale.common.job.MetadataPolicy;
import dev.aiupscale.platform.lifecycle.BeginJob;
import dev.aiupscale.platform.lifecycle.BegunJob;
import dev.aiupscale.platform.queue.Lane;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.Function;

/** Takes a picture and options and answers with a job. */
@ApplicationScoped
public class SubmitJob {
  private final OptionParser parser;
  private final QueueGate gate;
  private final StoreUpload uploads;
  private final BeginJob begin;
  private final ApiConfig config;
  private final Clock clock;

  public SubmitJob(
      OptionParser parser,
      QueueGate gate,
      StoreUpload uploads,
      BeginJob begin,
      ApiConfig config,
      Clock clock) {
    this.parser = parser;
    this.gate = gate;
    this.uploads = uploads;
    this.begin = begin;
    this.config = config;
    this.clock = clock;
  }

  /** What is known already is joined also when there is no room for more. */
  public Submitted submit(UploadForm form) {
    RequestedOptions asked = parser.parse(form.fields());
    try (Upload upload = uploads.open(form.image())) {
      boolean known = upload.isKnown();
      if (!known) {
        gate.requireRoom();
      }
      ImageRecord image = upload.describe(described -> resolve(asked, described));
      Job job = gate.demanded(newJob(form, asked, image));
      boolean joins = known && begin.isKnown(job, asked.ignoreCache());
      Begin begun =
          placed -> begin.begin(job, asked.ignoreCache(), image, upload::ensureStored, placed);
      return told(form, asked, joins ? begun.with(this::booked) : booked(job, begun));
    }
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

  private JobOptions resolve(RequestedOptions asked, ImageRecord image) {
    ResultFormat format =
        ResolvedFormat.of(
            asked.format(),
            image.source(),
            image.lossless(),
            asked.scale(),
            config.limits().maxResultPixels());
    return asked.resolve(format);
  }

  private Job newJob(UploadForm form, RequestedOptions asked, ImageRecord image) {
    JobOptions options = resolve(asked, image);
    return Job.queued(
        JobId.of(image.imageId(), options, asked.model().sha256()),
        image.imageId(),
        options,
        asked.model().sha256(),
        form.name(),
        image.source(),
        image.lossless(),
        asked.metadata() == MetadataPolicy.KEEP_BASIC
            ? image.metadata()
            : image.metadata().withoutTexts(),
        Receipt.of(asked, image),
        clock.instant());
  }
}
