package dev.aiupscale.api.submit;

import dev.aiupscale.api.ApiConfig;
import dev.aiupscale.api.access.Asking;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.job.ImageRecord;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobId;
import dev.aiupscale.common.job.JobOptions;
import dev.aiupscale.common.job.MetadataPolicy;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.lifecycle.BeginJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Looks at a picture and refuses it, or says which job it becomes. Stores nothing. */
@ApplicationScoped
public class PlanJob {
  private final QueueGate gate;
  private final BeginJob begin;
  private final Asking asking;
  private final ApiConfig config;
  private final Clock clock;

  public PlanJob(QueueGate gate, BeginJob begin, Asking asking, ApiConfig config, Clock clock) {
    this.asking = asking;
    this.gate = gate;
    this.begin = begin;
    this.config = config;
    this.clock = clock;
  }

  /**
   * A picture that is not known is not looked at when there is no room for more.
   *
   * @param name of the picture
   * @throws UpscaleException whatever speaks against the picture or the options
   */
  PlannedJob plan(Upload upload, RequestedOptions asked, String name) {
    boolean known = upload.isKnown();
    if (!known) {
      gate.requireRoom();
    }
    ImageRecord image = upload.describe(described -> resolve(asked, described));
    Job job = gate.demanded(newJob(name, asked, image));
    Optional<Job> present = known ? begin.known(job, asked.ignoreCache()) : Optional.empty();
    return new PlannedJob(image, job, present);
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

  private Job newJob(String name, RequestedOptions asked, ImageRecord image) {
    JobOptions options = resolve(asked, image);
    JobId named = JobId.of(image.imageId(), options, asked.model().sha256());
    return Job.queued(
        new JobId(asking.caller().tenant().own(named.hex())),
        image.imageId(),
        options,
        asked.model().sha256(),
        name,
        image.source(),
        image.lossless(),
        asked.metadata() == MetadataPolicy.KEEP_BASIC
            ? image.metadata()
            : image.metadata().withoutTexts(),
        Receipt.of(asked, image),
        clock.instant());
  }
}
