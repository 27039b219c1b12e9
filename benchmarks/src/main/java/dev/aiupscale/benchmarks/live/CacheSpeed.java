package dev.aiupscale.benchmarks.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiupscale.benchmarks.picture.Photos;
import dev.aiupscale.benchmarks.timing.Times;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;

/**
 * Asks a running service for a job and for its result, from Redis and from S3 in turn, at an even
 * rate: the copy in Redis is taken away before each request that is to come from S3.
 */
public final class CacheSpeed {
  private static final int REQUESTS_PER_SECOND = 50;
  private static final int WARM_UP = 200;
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;

  private final URI base;
  private final URI redis;

  /**
   * @param redis that the service has
   */
  public CacheSpeed(URI base, URI redis) {
    this.base = base;
    this.redis = redis;
  }

  /**
   * @param rounds each with four requests
   * @throws IOException also when an answer comes from elsewhere than it should
   */
  public CacheSpeedResult measure(int rounds) throws IOException {
    JsonNode job = done();
    String id = job.get("id").asText();
    String extension = job.get("format").asText().replace("jpeg", "jpg");
    Kind json = new Kind("/api/v1/jobs/" + id, "jobs/" + id + ".json");
    Kind picture = new Kind(json.path() + "/result", "results/" + id + "." + extension);
    try (Connection http = Connection.to(base);
        Connection cache = Connection.to(redis)) {
      Run warmUp = new Run(http, cache);
      warmUp.rounds(json, picture, WARM_UP);
      Run run = new Run(http, cache);
      run.rounds(json, picture, rounds);
      return new CacheSpeedResult(
          job.at("/result/bytes").asInt(),
          new Times(run.jsonHit),
          new Times(run.jsonMiss),
          new Times(run.pictureHit),
          new Times(run.pictureMiss));
    }
  }

  /** A photo that is about 120 kB at twice the size. */
  private JsonNode done() throws IOException {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(Photos.generated().draw(WIDTH, HEIGHT), "jpg", jpeg);
    Service service = new Service(base);
    return service.done(service.submit(jpeg.toByteArray(), "esrgan-slim"));
  }

  /**
   * @param key of the copy in Redis
   */
  private record Kind(String path, String key) {}

  private static final class Run {
    private final Connection http;
    private final Connection cache;
    private final List<Double> jsonHit = new ArrayList<>();
    private final List<Double> jsonMiss = new ArrayList<>();
    private final List<Double> pictureHit = new ArrayList<>();
    private final List<Double> pictureMiss = new ArrayList<>();
    private long next = System.nanoTime();

    Run(Connection http, Connection cache) {
      this.http = http;
      this.cache = cache;
    }

    void rounds(Kind json, Kind picture, int rounds) throws IOException {
      for (int round = 0; round < rounds; round++) {
        jsonMiss.add(fromS3(json));
        jsonHit.add(fromRedis(json));
        // Its answer looks at the job first, which is in Redis again.
        pictureMiss.add(fromS3(picture));
        pictureHit.add(fromRedis(picture));
      }
    }

    private double fromS3(Kind kind) throws IOException {
      awaitTurn();
      cache.command("DEL " + kind.key());
      return seconds(kind, "s3");
    }

    private double fromRedis(Kind kind) throws IOException {
      awaitTurn();
      return seconds(kind, "redis");
    }

    private double seconds(Kind kind, String origin) throws IOException {
      long start = System.nanoTime();
      Connection.Answer answer = http.get(kind.path());
      double seconds = (System.nanoTime() - start) / 1e9;
      if (answer.status() != 200 || !origin.equals(answer.headers().get("x-cache"))) {
        throw new IOException(
            kind.path() + " answered " + answer.status() + " " + answer.headers());
      }
      return seconds;
    }

    private void awaitTurn() {
      next = Math.max(next + 1_000_000_000L / REQUESTS_PER_SECOND, System.nanoTime());
      for (long left = next - System.nanoTime(); left > 0; left = next - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }
  }
}
