package dev.aiupscale.api.direct;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** The routes of files that clients put into the store by themselves. */
@Path("/api/v1/uploads")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class UploadsResource {
  private final DirectUploads uploads;

  public UploadsResource(DirectUploads uploads) {
    this.uploads = uploads;
  }

  @POST
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
  public Response begin(@RestForm @DefaultValue("") String bytes) {
    DirectUpload upload = uploads.begin(bytes.strip());
    return Response.created(URI.create("/api/v1/uploads/" + upload.id()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(upload)
        .build();
  }

  @DELETE
  @Path("/{id}")
  public void erase(@RestPath String id) {
    uploads.erase(id);
  }
}
