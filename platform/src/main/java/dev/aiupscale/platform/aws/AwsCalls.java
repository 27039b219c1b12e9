package dev.aiupscale.platform.aws;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns the SDK's failures into the product's, in one place. */
final class AwsCalls {
  private AwsCalls() {}

  static <T> T call(String what, Supplier<T> request) {
    try {
      return request.get();
    } catch (SdkException e) {
      throw new UpscaleException(
          ErrorCode.STORAGE_UNAVAILABLE, what + " did not answer; please try again shortly.", e);
    }
  }
}
