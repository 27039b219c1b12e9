package dev.aiupscale.api.picture;

import dev.aiupscale.api.http.Conditions;
import dev.aiupscale.api.status.FoundJob;
import dev.aiupscale.api.status.Origin;
import dev.aiupscale.common.image.PixelSize;
import dev.aiupscale.common.image.ResultImage;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobOptions;
import dev.aiupscale.common.job.ObjectKeys;
import dev.aiupscale.common.job.UpscaleException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;

/** Answers with a stored picture: conditional, in ranges, cacheable for good. */
@ApplicationScoped
public class PictureAnswer {
  /** For an address that always means the same bytes. */
  public static final String IMMUTABLE = "private, max-age=31536000, immutable";

  /** For an address whose picture can be replaced by a newer one. */
  public static final String REVALIDATE = "private, no-cache";

  private final Pictures pictures;

  public PictureAnswer(Pictures pictures) {
    this.pictures = pictures;
  }

  /**
   * @throws UpscaleException JOB_NOT_DONE while there is no result
   */
  public Response result(FoundJob found, HttpHeaders headers, String cacheControl) {
    Job job = found.job();
    ResultImage result = requireResult(job);
    String disposition =
        ContentDisposition.inline(
            job.uploadName(), enlargement(job.options()), result.format().extension());
    return answer(
        new Target(
            ObjectKeys.result(job.id(), result.format()),
            result.format().mediaType(),
            result.sha256(),
            disposition,
            cacheControl,
            found.origin()),
        result.bytes(),
        headers);
  }

  private static String enlargement(JobOptions options) {
    PixelSize size = options.size();
    return size == null ? options.scale() + "x" : size.width() + "x" + size.height();
  }

  public Response original(FoundJob found, HttpHeaders headers) {
    Job job = found.job();
    String key = ObjectKeys.original(job.imageId());
    Target target =
        new Target(
            key,
            "image/jpeg",
            job.imageId() + "-original",
            ContentDisposition.inline("original.jpg"),
            IMMUTABLE,
            found.origin());
    return answer(target, pictures.bytes(key), headers);
  }

  static ResultImage requireResult(Job job) {
    ResultImage result = job.result();
    if (result == null) {
      throw new UpscaleException(
          ErrorCode.JOB_NOT_DONE, "The job is " + job.state() + "; it has no result yet.");
    }
    return result;
  }

  private Response answer(Target target, long bytes, HttpHeaders headers) {
    Conditions conditions = new Conditions(headers);
    conditions.requireMatch(target.tag());
    if (conditions.isHeld(target.tag())) {
      return Response.notModified(target.tag())
          .header(HttpHeaders.CACHE_CONTROL, target.cacheControl())
          .header(Origin.HEADER, target.jobOrigin())
          .build();
    }
    String range = conditions.allowRange(target.tag()) ? headers.getHeaderString("Range") : null;
    try {
      return send(target, bytes, ByteRange.parse(range, bytes));
    } catch (ByteRange.Unsatisfiable e) {
      throw new ClientErrorException(
          Response.status(Status.REQUESTED_RANGE_NOT_SATISFIABLE)
              .header("Content-Range", "bytes */" + bytes)
              .build(),
          e);
    }
  }

  private Response send(Target target, long bytes, Optional<ByteRange> range) {
    Picture picture = pictures.open(target.key(), target.tag(), bytes, range);
    ResponseBuilder answer =
        Response.status(range.isPresent() ? Status.PARTIAL_CONTENT : Status.OK)
            .entity(picture.content())
            .type(target.mediaType())
            .tag(target.tag())
            .header(HttpHeaders.CONTENT_LENGTH, picture.bytes())
            .header(HttpHeaders.CACHE_CONTROL, target.cacheControl())
            .header(HttpHeaders.CONTENT_DISPOSITION, target.disposition())
            .header("Accept-Ranges", "bytes")
            .header(Origin.HEADER, picture.origin());
    range.ifPresent(r -> answer.header("Content-Range", r.contentRange(bytes)));
    return answer.build();
  }

  /**
   * What to answer with.
   *
   * @param jobOrigin where the job was read, which is all that an answer without content needs
   */
  private record Target(
      String key,
      String mediaType,
      String tag,
      String disposition,
      String cacheControl,
      Origin jobOrigin) {}
}
