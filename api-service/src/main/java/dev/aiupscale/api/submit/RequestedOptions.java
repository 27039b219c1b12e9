package dev.aiupscale.api.submit;

import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.job.JobOptions;
import dev.aiupscale.common.job.MetadataPolicy;
import dev.aiupscale.common.model.ModelDescriptor;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a request asks for, checked, with defaults filled in.
 *
 * @param model the file that will run
 * @param scale the upscale factor of the result
 * @param format empty for {@code auto}
 * @param quality 1 to 100
 * @param callbackUrl who is to be told of the job's end
 * @param ignoredFields names of fields that mean nothing here
 */
record RequestedOptions(
    ModelDescriptor model,
    int scale,
    Optional<ResultFormat> format,
    int quality,
    MetadataPolicy metadata,
    boolean exact,
    boolean colorGuard,
    boolean ignoreCache,
    Optional<URI> callbackUrl,
    List<String> ignoredFields) {

  JobOptions resolve(ResultFormat resolved) {
    return new JobOptions(
        model.id(),
        scale,
        resolved,
        resolved.hasQuality() ? quality : 0,
        metadata,
        exact,
        colorGuard);
  }
}
