package dev.aiupscale.api.submit;

import dev.aiupscale.api.load.Forecast;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobState;
import dev.aiupscale.common.plan.NetworkWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tells what would come of a submission, refuses what it would refuse, and keeps nothing of it. */
@ApplicationScoped
public class DryRun {
  private final OptionParser parser;
  private final StoreUpload uploads;
  private final PlanJob plans;
  private final QueueGate gate;

  public DryRun(OptionParser parser, StoreUpload uploads, PlanJob plans, QueueGate gate) {
    this.parser = parser;
    this.uploads = uploads;
    this.plans = plans;
    this.gate = gate;
  }

  public Prediction predict(UploadForm form) {
    RequestedOptions asked = parser.parse(form.fields());
    try (Upload upload = uploads.open(form.image())) {
      return prediction(asked, plans.plan(upload, asked, form.name()));
    }
  }

  private Prediction prediction(RequestedOptions asked, PlannedJob plan) {
    Job job = plan.job();
    if (plan.present().isEmpty()) {
      gate.requireRoom();
    }
    Forecast forecast =
        plan.present().filter(present -> present.state() == JobState.DONE).isPresent()
            ? Forecast.OVER
            : gate.foresee(job);
    List<String> notes =
        plan.present()
            .map(present -> Receipt.ofJoined(asked.ignoredFields(), present.notes()))
            .orElse(job.notes());
    return new Prediction(
        job.id(),
        job.imageId(),
        plan.present().map(Job::state).orElse(null),
        job.options().model(),
        job.options().scale(),
        job.source(),
        Prediction.Result.of(plan.present().orElse(job)),
        tenths(forecast.waitSeconds()),
        tenths(forecast.workSeconds()),
        new Prediction.Cost(
            tenths(NetworkWork.megapixels(job, plan.model()) * plan.model().gflopPerMegapixel())),
        notes);
  }

  private static double tenths(double value) {
    return Math.ceil(value * 10) / 10;
  }
}
