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
import dev.aiupscale.common.model.ModelCatalogue;
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
  private final ModelCatalogue models;
  private final ApiConfig config;
  private final Clock clock;

  public PlanJob(
      QueueGate gate,
      BeginJob begin,
      Asking asking,
      ModelCatalogue models,
      ApiConfig config,
      Clock clock) {
    this.models = models;
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
    ImageRecord image = upload.describe();
    SizedOptions sized = asked.sizedFor(image.source(), models);
    Job job = gate.demanded(newJob(name, sized, image));
    Optional<Job> present = known ? begin.known(job, asked.ignoreCache()) : Optional.empty();
    return new PlannedJob(image, sized.model(), job, present);
  }

  private JobOptions resolve(SizedOptions sized, ImageRecord image) {
    ResultFormat format =
        ResolvedFormat.of(
            sized.asked().format(),
            image.source(),
            image.lossless(),
            sized.resultSize(image.source()),
            config.limits().maxResultPixels());
    return sized.resolve(format);
  }

  private Job newJob(String name, SizedOptions sized, ImageRecord image) {
    RequestedOptions asked = sized.asked();
    JobOptions options = resolve(sized, image);
    JobId named = JobId.of(image.imageId(), options, sized.model().sha256());
    return Job.queued(
        new JobId(asking.caller().tenant().own(named.hex())),
        image.imageId(),
        options,
        sized.model().sha256(),
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
