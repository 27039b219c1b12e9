package dev.aiupscale.common.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * Names a file that a client puts into the store by itself: 64 lower-case hex digits, of which the
 * first 16 can be its owner's mark, the next 8 are the second since 1970 until which it can be
 * used, and the others are what nobody guesses.
 */
public record UploadId(@JsonValue String hex) {
  private static final int EXPIRY_BEGIN = 16;
  private static final int EXPIRY_END = 24;
  private static final int RANDOM_BYTES = 32;

  public UploadId {
    Sha256.requireHex("an upload id", hex);
  }

  /**
   * @param random whose numbers nobody can foretell
   */
  public static UploadId until(Instant expiry, RandomGenerator random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    String digits = HexFormat.of().formatHex(bytes);
    String second = HexFormat.of().toHexDigits((int) expiry.getEpochSecond());
    return new UploadId(digits.substring(0, EXPIRY_BEGIN) + second + digits.substring(EXPIRY_END));
  }

  /** When the file goes. */
  public Instant expiry() {
    return Instant.ofEpochSecond(Long.parseLong(expiryDigits(), 16));
  }

  /** The expiry as it stands in the id, which sorts by time. */
  String expiryDigits() {
    return hex.substring(EXPIRY_BEGIN, EXPIRY_END);
  }

  @Override
  public String toString() {
    return hex;
  }
}
