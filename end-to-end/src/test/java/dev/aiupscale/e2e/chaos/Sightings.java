package dev.aiupscale.e2e.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiupscale.common.job.JobState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one client saw of each job, one look after the other, held against the life cycle: within
 * one run a job is only seen where it can have come from where it was seen before.
 */
final class Sightings {
  private final Map<String, Sighting> last = new HashMap<>();
  private final List<String> impossible = new ArrayList<>();
  private int number;

  /** One look at a job; a job that was erased and sent again has another time of creation. */
  private record Sighting(Instant createdAt, int run, JobState state, int attempts) {
    static Sighting of(JsonNode job) {
      return new Sighting(
          Instant.parse(job.get("createdAt").asText()),
          job.get("run").asInt(),
          JobState.valueOf(job.get("state").asText()),
          job.get("attempts").asInt());
    }

    boolean mayFollow(Sighting earlier) {
      if (run != earlier.run || !createdAt.equals(earlier.createdAt)) {
        return createdAt.isAfter(earlier.createdAt);
      }
      return attempts >= earlier.attempts && reachable(earlier.state).contains(state);
    }

    private static Set<JobState> reachable(JobState from) {
      Set<JobState> reached = EnumSet.of(from);
      int before;
      do {
        before = reached.size();
        for (JobState next : JobState.values()) {
          if (reached.stream().anyMatch(state -> state.canBecome(next))) {
            reached.add(next);
          }
        }
      } while (reached.size() > before);
      return reached;
    }
  }

  void saw(String id, JsonNode job) {
    Sighting now = Sighting.of(job);
    @Nullable Sighting before = last.put(id, now);
    number++;
    if (before != null && !now.mayFollow(before)) {
      impossible.add(id + ": " + before + " then " + now);
    }
  }

  int number() {
    return number;
  }

  List<String> impossible() {
    return impossible;
  }
}
