package dev.aiupscale.common.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;

/**
 * Names a piece of work by what determines its result, so that the same request is the same job,
 * whoever sends it and however often: 64 lower-case hex digits.
 */
public record JobId(@JsonValue String hex) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public JobId {
    Sha256.requireHex("a job id", hex);
  }

  /**
   * The SHA-256 over the image's hash, the options in their canonical order, and the hash of the
   * model file: a new model file is new work.
   *
   * @param modelSha256 the SHA-256 of the ONNX file that will run
   */
  public static JobId of(ImageId image, JobOptions options, String modelSha256) {
    String text =
        "image=" + image.hex() + "\n" + options.canonical() + "onnx=" + modelSha256 + "\n";
    return new JobId(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public String toString() {
    return hex;
  }
}
