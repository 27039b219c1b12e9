package dev.aiupscale.e2e.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiupscale.common.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What lies in the bucket, and what of it belongs to nothing. */
final class Bucket implements AutoCloseable {
  private static final String NAME = "ai-upscale";

  private final S3Client s3;

  Bucket(URI endpoint) {
    this.s3 =
        S3Client.builder()
            .endpointOverride(endpoint)
            .forcePathStyle(true)
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create("local", "local-secret")))
            .build();
  }

  /** A record as it is. */
  JsonNode job(String id) {
    return read("jobs/" + id + ".json");
  }

  void putJob(String id, JsonNode record) {
    s3.putObject(
        r -> r.bucket(NAME).key("jobs/" + id + ".json"), RequestBody.fromBytes(Json.write(record)));
  }

  Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    s3.listObjectsV2Paginator(r -> r.bucket(NAME)).contents().stream()
        .map(S3Object::key)
        .forEach(keys::add);
    return keys;
  }

  /** Objects that no record leads to, and records that lead to nothing. */
  List<String> orphans() {
    Set<String> keys = keys();
    List<String> orphans = new ArrayList<>();
    for (String key : keys) {
      String name = key.substring(key.indexOf('/') + 1).replaceAll("[./].*", "");
      boolean owned =
          switch (key.substring(0, key.indexOf('/'))) {
            case "jobs" -> true;
            case "results" -> keys.contains("jobs/" + name + ".json");
            case "originals", "sources" -> keys.contains("images/" + name + ".json");
            case "images" -> ownsOnlyLiving(key, keys);
            default -> false;
          };
      if (!owned) {
        orphans.add(key);
      }
    }
    return orphans;
  }

  private boolean ownsOnlyLiving(String image, Set<String> keys) {
    List<String> jobs = new ArrayList<>();
    read(image).get("jobs").forEach(job -> jobs.add("jobs/" + job.asText() + ".json"));
    return !jobs.isEmpty() && keys.containsAll(jobs);
  }

  private JsonNode read(String key) {
    try {
      return Json.read(
          s3.getObjectAsBytes(r -> r.bucket(NAME).key(key)).asByteArray(), JsonNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    s3.close();
  }
}
