package dev.aiupscale.benchmarks.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Pictures that were sent as fast as they were taken, and what their jobs say of their times. */
record Burst(List<Times> jobs) {
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  /** When a job was queued, begun and done, in seconds of one clock. */
  record Times(double created, double started, double finished) {
    double waited() {
      return started - created;
    }
  }

  Burst {
    jobs = jobs.stream().sorted(Comparator.comparingDouble(Times::started)).toList();
  }

  /** Sends the pictures, and waits until all are done. */
  static Burst send(Service service, List<byte[]> pictures) throws IOException {
    List<String> ids = new ArrayList<>();
    for (byte[] picture : pictures) {
      ids.add(service.submit(picture));
    }
    List<Times> times = new ArrayList<>();
    for (String id : ids) {
      times.add(times(done(service, id)));
    }
    return new Burst(times);
  }

  /** Workers that had a job at one time. */
  int workers() {
    return (int)
        jobs.stream()
            .mapToLong(
                at ->
                    jobs.stream()
                        .filter(j -> j.started() <= at.started() && j.finished() > at.started())
                        .count())
            .max()
            .orElse(0);
  }

  /**
   * Seconds of a worker's time for a job: from its start until the worker that did it began with
   * its next, which is the first start after its end that no earlier end has.
   */
  double[] costs() {
    List<Double> ends = new ArrayList<>(jobs.stream().map(Times::finished).sorted().toList());
    List<Double> gaps = new ArrayList<>();
    for (Times job : jobs) {
      if (!ends.isEmpty() && ends.get(0) <= job.started()) {
        gaps.add(job.started() - ends.remove(0));
      }
    }
    double gap = gaps.stream().mapToDouble(g -> g).average().orElse(0);
    return jobs.stream().mapToDouble(job -> job.finished() - job.started() + gap).toArray();
  }

  private static JsonNode done(Service service, String id) throws IOException {
    while (true) {
      JsonNode job = service.job(id);
      switch (job.get("state").asText()) {
        case "DONE" -> {
          return job;
        }
        case "FAILED", "CANCELLED" -> throw new IOException("job " + id + ": " + job.get("error"));
        default -> pause();
      }
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(LOOK_EVERY.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static Times times(JsonNode job) {
    return new Times(
        seconds(job, "createdAt"), seconds(job, "startedAt"), seconds(job, "finishedAt"));
  }

  private static double seconds(JsonNode job, String field) {
    return Instant.parse(job.get(field).asText()).toEpochMilli() / 1000.0;
  }
}
