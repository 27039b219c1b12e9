package dev.aiupscale.api.earlier;

import dev.aiupscale.api.picture.PictureAnswer;
import dev.aiupscale.api.status.FindJob;
import dev.aiupscale.api.status.FoundJob;
import dev.aiupscale.api.status.JobView;
import dev.aiupscale.api.status.Origin;
import dev.aiupscale.api.submit.SubmitJob;
import dev.aiupscale.api.submit.UploadForm;
import dev.aiupscale.common.job.Job;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/** The earlier system's routes, kept so that its clients run unchanged. */
@Path("/")
@Blocking
public class EarlierRoutes {
  private final SubmitJob submit;
  private final FindJob find;
  private final PictureAnswer pictures;

  public EarlierRoutes(SubmitJob submit, FindJob find, PictureAnswer pictures) {
    this.submit = submit;
    this.find = find;
    this.pictures = pictures;
  }

  @POST
  @Path("upload")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response upload(MultipartFormDataInput form) {
    Job job = submit.submit(EarlierForm.translate(UploadForm.of(form))).job();
    return Response.seeOther(URI.create("/result/" + job.id())).build();
  }

  @GET
  @Path("image/original/{id}")
  public Response original(
      @RestPath String id, @Context Request request, @RestHeader("Range") @Nullable String range) {
    return pictures.original(find.byEitherId(id).job(), request, range);
  }

  @GET
  @Path("image/upscaled/{id}")
  public Response upscaled(
      @RestPath String id, @Context Request request, @RestHeader("Range") @Nullable String range) {
    return pictures.result(
        find.finishedByEitherId(id).job(), request, range, PictureAnswer.REVALIDATE);
  }

  @GET
  @Path("api/result/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  public Response result(@RestPath String id) {
    FoundJob found = find.byEitherId(id);
    return Response.ok(JobView.of(found.job()))
        .header(Origin.HEADER, found.origin())
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .build();
  }
}
