package dev.aiupscale.platform.aws;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.outage.Breaker;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Turns the SDK's failures into the product's, in one place. What cannot be reached, or hangs, is
 * left alone for a moment; what answers with an error is not down.
 */
final class AwsCalls {
  /** Long enough for whatever is not down to say that it lives. */
  static final Duration PING_TIME = Duration.ofSeconds(2);

  private final String what;
  private final Breaker breaker;

  /**
   * @param what begins a sentence
   */
  AwsCalls(String what, Breaker breaker) {
    this.what = what;
    this.breaker = breaker;
  }

  /**
   * @throws UpscaleException STORAGE_UNAVAILABLE
   */
  <T> T call(Supplier<T> request) {
    if (!breaker.mayAsk()) {
      throw UpscaleException.passing(
          ErrorCode.STORAGE_UNAVAILABLE, sentence(), breaker.retryAfter());
    }
    try {
      T answer = request.get();
      breaker.answered();
      return answer;
    } catch (SdkException e) {
      if (isOutage(e)) {
        breaker.failed();
      } else {
        breaker.answered();
      }
      throw new UpscaleException(ErrorCode.STORAGE_UNAVAILABLE, sentence(), e);
    } catch (RuntimeException e) {
      // Not the service's fault, whatever it is.
      breaker.answered();
      throw e;
    }
  }

  private String sentence() {
    return what + " did not answer; please try again shortly.";
  }

  private static boolean isOutage(SdkException failure) {
    return failure instanceof SdkClientException && !(failure instanceof AbortedException);
  }
}
