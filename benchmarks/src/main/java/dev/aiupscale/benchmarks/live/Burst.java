package dev.aiupscale.benchmarks.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Pictures that were sent as fast as they were taken, and what their jobs say of their times. */
record Burst(List<Times> jobs) {
  /** When a job was queued and begun, in seconds of one clock. */
  record Times(double created, double started) {
    double waited() {
      return started - created;
    }
  }

  Burst {
    jobs = jobs.stream().sorted(Comparator.comparingDouble(Times::started)).toList();
  }

  /**
   * Sends the pictures, and waits until all are done.
   *
   * @param model the catalogue id
   */
  static Burst send(Service service, List<byte[]> pictures, String model) throws IOException {
    List<String> ids = new ArrayList<>();
    for (byte[] picture : pictures) {
      ids.add(service.submit(picture, model));
    }
    List<Times> times = new ArrayList<>();
    for (String id : ids) {
      times.add(times(service.done(id)));
    }
    return new Burst(times);
  }

  /**
   * Seconds of a worker's time for a job, by the pace at which the first half of the jobs was
   * begun: a worker that has taken its next job already while it still sends the last one's result
   * begins with it when it is done with the network, and that pace is what others wait for.
   */
  double secondsPerJob(int workers) {
    int half = jobs.size() / 2;
    return workers * (jobs.get(half).started() - jobs.get(0).started()) / half;
  }

  private static Times times(JsonNode job) {
    return new Times(seconds(job, "createdAt"), seconds(job, "startedAt"));
  }

  private static double seconds(JsonNode job, String field) {
    return Instant.parse(job.get(field).asText()).toEpochMilli() / 1000.0;
  }
}
