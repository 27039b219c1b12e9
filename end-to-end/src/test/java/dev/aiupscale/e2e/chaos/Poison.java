package dev.aiupscale.e2e.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aiupscale.common.job.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Messages that no worker can work on, one of each kind. */
record Poison(List<String> bodies, String jobWithoutPicture) {
  /**
   * Makes a job whose picture is not in the store.
   *
   * @param template the id of a job that is queued like it
   */
  static Poison plant(Bucket bucket, String template) {
    String id = Sha256.of("a job without a picture".getBytes(StandardCharsets.UTF_8));
    ObjectNode job = bucket.job(template).deepCopy();
    job.put("id", id);
    job.put("imageId", Sha256.of("a picture that was lost".getBytes(StandardCharsets.UTF_8)));
    job.put("state", "QUEUED");
    job.put("attempts", 0);
    job.put("progress", 0);
    job.putNull("result");
    job.putNull("finishedAt");
    bucket.putJob(id, job);
    return new Poison(
        List.of("not JSON", "{\"version\":99,\"job\":{}}", "{\"version\":1,\"job\":" + job + "}"),
        id);
  }
}
