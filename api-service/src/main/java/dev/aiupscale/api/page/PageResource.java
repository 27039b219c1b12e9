package dev.aiupscale.api.page;

import dev.aiupscale.api.status.FindJob;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.UpscaleException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/** The page of one job: loading, then by itself the result. */
@Path("/result/{id}")
public class PageResource {
  private final FindJob find;
  private final ResultPage page;

  public PageResource(FindJob find, ResultPage page) {
    this.find = find;
    this.page = page;
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  @Blocking
  public Response page(@RestPath String id) {
    try {
      Job job = find.byEitherId(id).job();
      return html(Response.ok(page.of(job)));
    } catch (UpscaleException e) {
      if (e.code() != ErrorCode.JOB_NOT_FOUND) {
        throw e;
      }
      return html(Response.status(Response.Status.NOT_FOUND).entity(page.ofNoJob()));
    }
  }

  private static Response html(Response.ResponseBuilder answer) {
    return answer.header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
  }
}
