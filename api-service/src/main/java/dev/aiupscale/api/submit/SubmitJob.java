package dev.aiupscale.api.submit;

import dev.aiupscale.api.ApiConfig;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.job.ImageRecord;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobId;
import dev.aiupscale.common.job.JobOptions;
import dev.aiupscale.common.job.JobState;
import dev.aiupscale.common.job.MetadataPolicy;
import dev.aiupscale.platform.cache.JobCache;
import dev.aiupscale.platform.queue.JobQueue;
import dev.aiupscale.platform.storage.ImageRecords;
import dev.aiupscale.platform.storage.JobRecords;
import dev.aiupscale.platform.storage.Versioned;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a picture and options and answers with a job. Order: original, record, message, status; so
 * that whatever is visible can be completed.
 */
@ApplicationScoped
public class SubmitJob {
  private final OptionParser parser;
  private final QueueGate gate;
  private final StoredUpload uploads;
  private final ImageRecords images;
  private final JobRecords jobs;
  private final JobQueue queue;
  private final JobCache cache;
  private final ApiConfig config;
  private final Clock clock;

  public SubmitJob(
      OptionParser parser,
      QueueGate gate,
      StoredUpload uploads,
      ImageRecords images,
      JobRecords jobs,
      JobQueue queue,
      JobCache cache,
      ApiConfig config,
      Clock clock) {
    this.parser = parser;
    this.gate = gate;
    this.uploads = uploads;
    this.images = images;
    this.jobs = jobs;
    this.queue = queue;
    this.cache = cache;
    this.config = config;
    this.clock = clock;
  }

  public Submitted submit(UploadForm form) {
    RequestedOptions asked = parser.parse(form.fields());
    gate.requireRoom();
    ImageRecord image = uploads.describe(form.image(), known -> resolve(asked, known));
    Job job = newJob(form, asked, image);
    for (; ; ) {
      Optional<Versioned<Job>> present = jobs.find(job.id());
      Optional<Submitted> answer =
          present.isPresent()
              ? join(present.get(), asked, image, form)
              : jobs.create(job).map(created -> enqueue(created.value(), image, form));
      if (answer.isPresent()) {
        return answer.get();
      }
    }
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
    List<String> notes = new ArrayList<>(image.notes());
    asked
        .ignoredFields()
        .forEach(name -> notes.add("field " + shown(name) + " is not known and was ignored"));
    if (asked.metadata() == MetadataPolicy.KEEP_BASIC && image.metadata().hasTexts()) {
      notes.add("of the metadata only copyright, artist and capture date kept");
    }
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
        notes,
        clock.instant());
  }

  /** Empty when somebody changed the record meanwhile, so that it has to be looked at again. */
  private Optional<Submitted> join(
      Versioned<Job> present, RequestedOptions asked, ImageRecord image, UploadForm form) {
    Job job = present.value();
    boolean again =
        job.state() == JobState.FAILED
            || job.state() == JobState.CANCELLED
            || (job.state() == JobState.DONE && asked.ignoreCache());
    if (again) {
      return jobs.replace(present, job.rerun(clock.instant()))
          .map(rerun -> enqueue(rerun.value(), image, form));
    }
    if (mayNeverHaveBeenSent(job)) {
      queue.send(job);
    }
    return Optional.of(new Submitted(job, false));
  }

  private boolean mayNeverHaveBeenSent(Job job) {
    return job.state() == JobState.QUEUED
        && job.createdAt().plus(config.queue().resendAfter()).isBefore(clock.instant());
  }

  private Submitted enqueue(Job job, ImageRecord image, UploadForm form) {
    images.addJob(image, job.id());
    uploads.ensureStored(image, form.image());
    queue.send(job);
    cache.written(job);
    return new Submitted(job, true);
  }

  private static String shown(String fieldName) {
    String printable = fieldName.replaceAll("[^\\w .-]", "?");
    return "'" + printable.substring(0, Math.min(printable.length(), 40)) + "'";
  }
}
