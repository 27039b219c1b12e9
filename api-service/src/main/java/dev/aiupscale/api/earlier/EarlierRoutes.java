package dev.aiupscale.api.earlier;

import dev.aiupscale.api.http.Conditions;
import dev.aiupscale.api.picture.Delivery;
import dev.aiupscale.api.picture.PictureAnswer;
import dev.aiupscale.api.status.FindJob;
import dev.aiupscale.api.status.JobAnswer;
import dev.aiupscale.api.submit.SubmitJob;
import dev.aiupscale.api.submit.UploadForms;
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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** The earlier system's routes, kept so that its clients run unchanged. */
@Path("/")
@Blocking
public class EarlierRoutes {
  private final UploadForms forms;
  private final SubmitJob submit;
  private final FindJob find;
  private final PictureAnswer pictures;

  public EarlierRoutes(UploadForms forms, SubmitJob submit, FindJob find, PictureAnswer pictures) {
    this.forms = forms;
    this.submit = submit;
    this.find = find;
    this.pictures = pictures;
  }

  @POST
  @Path("upload")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response upload(MultipartFormDataInput form) {
    Job job = forms.read(form, upload -> submit.submit(EarlierForm.translate(upload))).job();
    return Response.seeOther(URI.create("/result/" + job.id())).build();
  }

  @GET
  @Path("image/original/{id}")
  public Response original(@RestPath String id, @Context HttpHeaders headers) {
    return pictures.original(find.byEitherId(id), headers);
  }

  @GET
  @Path("image/upscaled/{id}")
  public Response upscaled(@RestPath String id, @Context HttpHeaders headers) {
    return pictures.result(
        find.finishedByEitherId(id), headers, PictureAnswer.REVALIDATE, Delivery.STREAM);
  }

  @GET
  @Path("api/result/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  public Response result(@RestPath String id, @Context HttpHeaders headers) {
    return JobAnswer.of(find.byEitherId(id), new Conditions(headers));
  }
}
