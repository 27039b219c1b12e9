package dev.aiupscale.api.picture;

import dev.aiupscale.api.ApiConfig;
import dev.aiupscale.api.http.Conditions;
import dev.aiupscale.api.http.PacedBody;
import dev.aiupscale.api.status.FoundJob;
import dev.aiupscale.api.status.Origin;
import dev.aiupscale.common.image.PixelSize;
import dev.aiupscale.common.image.ResultImage;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobOptions;
import dev.aiupscale.common.job.ObjectKeys;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.storage.ObjectLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Answers with a stored picture: conditional, in ranges, cacheable for good. */
@ApplicationScoped
public class PictureAnswer {
  /** For an address that always means the same bytes. */
  public static final String IMMUTABLE = "private, max-age=31536000, immutable";

  /** For an address whose picture can be replaced by a newer one. */
  public static final String REVALIDATE = "private, no-cache";

  private static final Logger LOG = Logger.getLogger(PictureAnswer.class);

  private final Pictures pictures;
  private final Optional<ObjectLinks> links;
  private final Duration linkTime;

  public PictureAnswer(Pictures pictures, Optional<ObjectLinks> links, ApiConfig config) {
    this.pictures = pictures;
    this.links = links;
    this.linkTime = config.direct().linkTime();
  }

  /**
   * @throws UpscaleException JOB_NOT_DONE while there is no result
   */
  public Response result(
      FoundJob found, HttpHeaders headers, String cacheControl, Delivery delivery) {
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
        target -> pictures.find(target.key(), target.tag(), result.bytes()),
        headers,
        delivery);
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
            originalTag(job),
            ContentDisposition.inline("original.jpg"),
            IMMUTABLE,
            found.origin());
    return answer(target, t -> pictures.find(t.key(), t.tag()), headers, Delivery.STREAM);
  }

  static String originalTag(Job job) {
    return job.imageId() + "-original";
  }

  static ResultImage requireResult(Job job) {
    ResultImage result = job.result();
    if (result == null) {
      throw new UpscaleException(
          ErrorCode.JOB_NOT_DONE, "The job is " + job.state() + "; it has no result yet.");
    }
    return result;
  }

  private Response answer(
      Target target, Function<Target, StoredPicture> find, HttpHeaders headers, Delivery delivery) {
    Conditions conditions = new Conditions(headers);
    conditions.requireMatch(target.tag());
    if (conditions.isHeld(target.tag())) {
      return Response.notModified(target.tag())
          .header(HttpHeaders.CACHE_CONTROL, target.cacheControl())
          .header(Origin.HEADER, target.jobOrigin())
          .build();
    }
    if (delivery == Delivery.REDIRECT && links.isPresent()) {
      return toStore(target, links.get());
    }
    StoredPicture picture = find.apply(target);
    long bytes = picture.bytes();
    String range = conditions.allowRange(target.tag()) ? headers.getHeaderString("Range") : null;
    try {
      return send(target, picture, ByteRange.parse(range, bytes));
    } catch (ByteRange.Unsatisfiable e) {
      throw new ClientErrorException(
          Response.status(Status.REQUESTED_RANGE_NOT_SATISFIABLE)
              .header("Content-Range", "bytes */" + bytes)
              .build(),
          e);
    }
  }

  /** What lies there can be replaced while the address is good; so it says {@link #REVALIDATE}. */
  private Response toStore(Target target, ObjectLinks open) {
    LOG.infof("picture %s from s3 by redirect", target.key());
    ObjectLinks.Download download =
        new ObjectLinks.Download(target.mediaType(), target.disposition(), REVALIDATE);
    return Response.temporaryRedirect(open.toGet(target.key(), download, linkTime))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(Origin.HEADER, Origin.S3)
        .build();
  }

  private static Response send(Target target, StoredPicture stored, Optional<ByteRange> range) {
    Picture picture = stored.open(range);
    ResponseBuilder answer =
        Response.status(range.isPresent() ? Status.PARTIAL_CONTENT : Status.OK)
            .entity(new PacedBody(picture.content()))
            .type(target.mediaType())
            .tag(target.tag())
            .header(HttpHeaders.CONTENT_LENGTH, picture.bytes())
            .header(HttpHeaders.CACHE_CONTROL, target.cacheControl())
            .header(HttpHeaders.CONTENT_DISPOSITION, target.disposition())
            .header("Accept-Ranges", "bytes")
            .header(Origin.HEADER, picture.origin());
    range.ifPresent(r -> answer.header("Content-Range", r.contentRange(stored.bytes())));
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
