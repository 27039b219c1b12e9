package dev.aiupscale.api.submit;

import dev.aiupscale.common.image.PixelSize;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.image.SourceImage;
import dev.aiupscale.common.job.MetadataPolicy;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.common.model.ModelCatalogue;
import dev.aiupscale.common.model.ModelDescriptor;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a request asks for, checked, with defaults filled in.
 *
 * @param model the file that will run; where a size is asked for, the model's largest until the
 *     picture is known
 * @param scale the upscale factor of the result
 * @param size asked for instead of a scale
 * @param format empty for {@code auto}
 * @param quality 1 to 100
 * @param callbackUrl who is to be told of the job's end
 * @param ignoredFields names of fields that mean nothing here
 */
record RequestedOptions(
    ModelDescriptor model,
    int scale,
    Optional<AskedSize> size,
    Optional<ResultFormat> format,
    int quality,
    MetadataPolicy metadata,
    boolean exact,
    boolean colorGuard,
    boolean ignoreCache,
    Optional<URI> callbackUrl,
    List<String> ignoredFields) {

  /**
   * The same for one picture, of which the size is known.
   *
   * @throws UpscaleException OPTION_INVALID for a size that the picture cannot be made
   */
  SizedOptions sizedFor(SourceImage source, ModelCatalogue models) {
    if (size.isEmpty()) {
      return new SizedOptions(this, model, scale, null);
    }
    PixelSize wanted = size.get().fit(source, scale);
    for (int factor : models.reachableScales(model.id())) {
      if (source.size().times(factor).equals(wanted)) {
        return new SizedOptions(
            this, models.choose(model.id(), factor).orElseThrow(), factor, null);
      }
    }
    ModelDescriptor file =
        models.files(model.id()).stream()
            .filter(f -> f.scale() >= least(source, wanted))
            .findFirst()
            .orElse(model);
    return new SizedOptions(this, file, file.scale(), wanted);
  }

  /** The least whole factor by which the picture is at least as large as wanted. */
  private static int least(SourceImage source, PixelSize wanted) {
    return Math.max(
        -Math.floorDiv(-wanted.width(), source.width()),
        -Math.floorDiv(-wanted.height(), source.height()));
  }
}
