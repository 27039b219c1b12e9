package dev.aiupscale.api;

import dev.aiupscale.api.http.Conditions;
import dev.aiupscale.api.picture.Delivery;
import dev.aiupscale.api.picture.PictureAnswer;
import dev.aiupscale.api.picture.Preview;
import dev.aiupscale.api.picture.Previews;
import dev.aiupscale.api.status.FindJob;
import dev.aiupscale.api.status.FoundJob;
import dev.aiupscale.api.status.JobAnswer;
import dev.aiupscale.api.status.JobEvents;
import dev.aiupscale.api.status.JobList;
import dev.aiupscale.api.status.JobView;
import dev.aiupscale.api.status.Origin;
import dev.aiupscale.api.submit.DryRun;
import dev.aiupscale.api.submit.SubmitJob;
import dev.aiupscale.api.submit.Submitted;
import dev.aiupscale.api.submit.UploadForm;
import dev.aiupscale.api.submit.UploadForms;
import dev.aiupscale.api.submit.UploadName;
import dev.aiupscale.platform.lifecycle.EraseJob;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/** The routes of jobs. */
@Path("/api/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {
  private final UploadForms forms;
  private final SubmitJob submit;
  private final DryRun dryRun;
  private final FindJob find;
  private final EraseJob erase;
  private final JobAnswer answer;
  private final JobEvents events;
  private final PictureAnswer pictures;
  private final Previews previews;

  public JobsResource(
      UploadForms forms,
      SubmitJob submit,
      DryRun dryRun,
      FindJob find,
      EraseJob erase,
      JobAnswer answer,
      JobEvents events,
      PictureAnswer pictures,
      Previews previews) {
    this.forms = forms;
    this.submit = submit;
    this.dryRun = dryRun;
    this.find = find;
    this.erase = erase;
    this.answer = answer;
    this.events = events;
    this.pictures = pictures;
    this.previews = previews;
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Blocking
  public Response submit(MultipartFormDataInput form) {
    return forms.read(form, this::submit);
  }

  private Response submit(UploadForm upload) {
    if (upload.isDryRun()) {
      return Response.ok(dryRun.predict(upload))
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .build();
    }
    Submitted submitted = submit.submit(upload);
    return answer.submitted(submitted.job(), submitted.created(), submitted.renamed());
  }

  /** The jobs of one picture, the newest first. */
  @GET
  @Blocking
  public JobList list(@RestQuery @DefaultValue("") String imageId) {
    return new JobList(
        find.ofImage(imageId).stream().map(found -> JobView.of(found.job())).toList());
  }

  @GET
  @Path("/{id}")
  public Uni<Response> get(
      @RestPath String id,
      @RestQuery @Nullable String name,
      @RestHeader("Prefer") @Nullable String prefer,
      @Context HttpHeaders headers) {
    return answer.get(id, cleaned(name), prefer, new Conditions(headers));
  }

  @GET
  @Path("/{id}/events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Blocking
  public Multi<OutboundSseEvent> events(
      @RestPath String id,
      @RestHeader("Last-Event-ID") @Nullable String lastEventId,
      @Context Sse sse) {
    find.byJobId(id);
    return events.stream(id, lastEventId, sse);
  }

  @GET
  @Path("/{id}/result")
  @Produces(MediaType.WILDCARD)
  @Blocking
  public Response result(
      @RestPath String id,
      @RestQuery @Nullable String name,
      @RestQuery @DefaultValue("stream") String delivery,
      @Context HttpHeaders headers,
      @Context Request request) {
    Delivery asked = Delivery.of(delivery, request);
    FoundJob told = find.byJobId(id).toldAs(cleaned(name));
    return pictures.result(told, headers, PictureAnswer.IMMUTABLE, asked);
  }

  private static @Nullable String cleaned(@Nullable String name) {
    return name == null ? null : UploadName.clean(name);
  }

  @GET
  @Path("/{id}/original")
  @Produces(MediaType.WILDCARD)
  @Blocking
  public Response original(@RestPath String id, @Context HttpHeaders headers) {
    return pictures.original(find.byJobId(id), headers);
  }

  @GET
  @Path("/{id}/preview")
  @Produces("image/jpeg")
  @Blocking
  public Response preview(@RestPath String id, @RestQuery @DefaultValue("800") String width) {
    Preview preview = previews.of(find.byJobId(id).job(), width);
    return Response.ok(preview.jpeg())
        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=3600")
        .header(Origin.HEADER, preview.origin())
        .build();
  }

  @DELETE
  @Path("/{id}")
  @Blocking
  public void delete(@RestPath String id) {
    erase.erase(find.byJobId(id).job());
  }
}
