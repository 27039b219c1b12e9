package dev.aiupscale.api.page;

import dev.aiupscale.api.html.PageAnswer;
import dev.aiupscale.api.status.FindJob;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.UpscaleException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The pages: where pictures are chosen, and where one job is watched and becomes its result. */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class PageResource {
  private final FindJob find;
  private final HomePage home;
  private final ResultPage result;
  private final PublicUrl publicUrl;

  public PageResource(FindJob find, HomePage home, ResultPage result, PublicUrl publicUrl) {
    this.find = find;
    this.home = home;
    this.result = result;
    this.publicUrl = publicUrl;
  }

  /**
   * @param lang the language that the visitor chooses for all pages from now on
   */
  @GET
  public Response home(@RestQuery @Nullable String lang, @Context HttpHeaders headers) {
    PageAnswer answer = PageAnswer.to(headers, lang);
    return answer.with(Response.Status.OK, home.in(answer.language()));
  }

  /**
   * @param lang as for the start page
   * @param name under which the visitor sent the picture
   */
  @GET
  @Path("result/{id}")
  public Response result(
      @RestPath String id,
      @RestQuery @Nullable String lang,
      @RestQuery @Nullable String name,
      @Context HttpHeaders headers,
      @Context UriInfo uri) {
    PageAnswer answer = PageAnswer.to(headers, lang);
    try {
      Job job = find.byEitherId(id).job();
      ResultPage.Visit visit =
          new ResultPage.Visit(answer.language(), publicUrl.of(uri, headers), name);
      return answer.with(Response.Status.OK, result.of(job, visit));
    } catch (UpscaleException e) {
      if (e.code() != ErrorCode.JOB_NOT_FOUND) {
        throw e;
      }
      return answer.with(Response.Status.NOT_FOUND, result.ofNoJob(answer.language()));
    }
  }
}
