package dev.aiupscale.api.status;

import dev.aiupscale.api.http.Conditions;
import dev.aiupscale.api.load.QueueEta;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobState;
import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.common.json.Json;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Answers with a job: at once, or as soon as something about it changes. */
@ApplicationScoped
public class JobAnswer {
  private static final Logger LOG = Logger.getLogger(JobAnswer.class);
  private static final Pattern WAIT = Pattern.compile("(?:^|[,;]\\s*)wait=(\\d{1,4})");
  private static final int MAX_WAIT_SECONDS = 60;

  private final FindJob find;
  private final JobWatch watch;
  private final QueueEta queueEta;

  public JobAnswer(FindJob find, JobWatch watch, QueueEta queueEta) {
    this.queueEta = queueEta;
    this.find = find;
    this.watch = watch;
  }

  /**
   * 202 for new work, 200 for what is known already; either way as it stands in S3.
   *
   * @param renamed whether links have to carry the sender's own name of the picture
   */
  public Response submitted(Job submitted, boolean created, boolean renamed) {
    Job told = queueEta.tell(submitted);
    byte[] body = Json.write(JobView.of(told, queueEta.jobsAhead(told), renamed));
    return Response.status(created ? Status.ACCEPTED : Status.OK)
        .location(URI.create("/api/v1/jobs/" + submitted.id()))
        .tag(tag(body))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(Origin.HEADER, Origin.S3)
        .entity(body)
        .type(MediaType.APPLICATION_JSON)
        .build();
  }

  /**
   * @param name of the picture that the job is told under, or null for the record's
   * @param prefer {@code wait=N} holds the answer until the state changes, or, together with
   *     If-None-Match, until anything about the job does
   */
  public Uni<Response> get(
      String id, @Nullable String name, @Nullable String prefer, Conditions conditions) {
    return Uni.createFrom()
        .item(() -> find.byJobId(id))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .chain(found -> hold(found, name, waitSeconds(prefer), conditions))
        .map(found -> of(found.toldAs(name), conditions));
  }

  private Uni<FoundJob> hold(
      FoundJob first, @Nullable String name, int seconds, Conditions conditions) {
    JobState state = first.job().state();
    Predicate<FoundJob> changed =
        conditions.tellsWhatIsHeld()
            ? found -> !conditions.isHeld(tag(json(found.toldAs(name))))
            : found -> found.job().state() != state;
    if (seconds == 0 || state.isFinal() || changed.test(first)) {
      return Uni.createFrom().item(first);
    }
    return watch.await(first.job().id().hex(), changed, Duration.ofSeconds(seconds));
  }

  /** The job as it was found, or that the client has it already. */
  public static Response of(FoundJob found, Conditions conditions) {
    byte[] body = json(found);
    String tag = tag(body);
    LOG.infof("job %s from %s", found.job().id(), found.origin());
    ResponseBuilder answer =
        conditions.isHeld(tag)
            ? Response.notModified()
            : Response.ok(body, MediaType.APPLICATION_JSON);
    return answer
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .header(Origin.HEADER, found.origin())
        .build();
  }

  private static int waitSeconds(@Nullable String prefer) {
    Matcher wait = WAIT.matcher(prefer == null ? "" : prefer);
    return wait.find() ? Math.min(MAX_WAIT_SECONDS, Integer.parseInt(wait.group(1))) : 0;
  }

  static byte[] json(FoundJob found) {
    return Json.write(found.view());
  }

  static String tag(byte[] body) {
    return Sha256.of(body).substring(0, 32);
  }
}
