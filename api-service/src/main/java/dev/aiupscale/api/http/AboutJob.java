package dev.aiupscale.api.http;

import dev.aiupscale.common.job.JobId;
import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.platform.trace.Traces;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Names the job that a request's path names in its trace and in its lines of the log. */
class AboutJob {
  private static final String JOBS = "/api/v1/jobs/";

  @ServerRequestFilter
  void name(UriInfo uri) {
    String id = uri.getPathParameters().getFirst("id");
    if (id != null && Sha256.isHex(id) && uri.getPath().startsWith(JOBS)) {
      Traces.about(new JobId(id));
    }
  }
}
