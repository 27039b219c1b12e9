package dev.aiupscale.common.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names an uploaded picture: the SHA-256 of the uploaded bytes, 64 lower-case hex digits. */
public record ImageId(@JsonValue String hex) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ImageId {
    Sha256.requireHex("an image id", hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
