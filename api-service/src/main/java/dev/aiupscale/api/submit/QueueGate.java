package dev.aiupscale.api.submit;

import dev.aiupscale.api.load.Admission;
import dev.aiupscale.api.load.Forecast;
import dev.aiupscale.api.load.QueueEta;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.queue.Lane;
import jakarta.enterprise.context.ApplicationScoped;

/** The way into the queue: overload is answered at the door, before an upload costs anything. */
@ApplicationScoped
public class QueueGate {
  private final Admission admission;
  private final QueueEta eta;

  public QueueGate(Admission admission, QueueEta eta) {
    this.admission = admission;
    this.eta = eta;
  }

  /**
   * @throws UpscaleException QUEUE_FULL
   */
  void requireRoom() {
    admission.requireRoom();
  }

  /** The job with who asks for it and what it costs. */
  Job demanded(Job job) {
    return job.demanded(admission.demand(job));
  }

  /** How long the job would wait and take if it were put on the queue now. */
  Forecast foresee(Job job) {
    return admission.foresee(job);
  }

  /**
   * Lets the job in.
   *
   * @return where it is to wait
   * @throws UpscaleException QUEUE_FULL
   */
  Lane book(Job job) {
    return admission.book(job);
  }

  /** The job is not put on the queue after all. */
  void giveBack(Job job, Lane lane) {
    admission.giveBack(job, lane);
  }

  /** Tells when a job will be done that is put on the queue now. */
  Lane queued(Job job, Lane lane) {
    eta.reckon(job, lane);
    return lane;
  }
}
