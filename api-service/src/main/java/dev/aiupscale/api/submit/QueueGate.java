package dev.aiupscale.api.submit;

import dev.aiupscale.api.load.Admission;
import dev.aiupscale.api.load.QueueEta;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.queue.JobQueue;
import dev.aiupscale.platform.queue.Placement;
import jakarta.enterprise.context.ApplicationScoped;

/** The way into the queue: overload is answered at the door, before an upload costs anything. */
@ApplicationScoped
public class QueueGate {
  private final JobQueue queue;
  private final Admission admission;
  private final QueueEta eta;

  public QueueGate(JobQueue queue, Admission admission, QueueEta eta) {
    this.queue = queue;
    this.admission = admission;
    this.eta = eta;
  }

  /**
   * @throws UpscaleException QUEUE_FULL
   */
  void requireRoom() {
    admission.requireRoom();
  }

  /** Puts a message for the job on the queue; durable on return. */
  void send(Job job) {
    Placement placement = admission.place(job);
    eta.reckon(job, placement.lane());
    queue.send(job, placement);
  }
}
