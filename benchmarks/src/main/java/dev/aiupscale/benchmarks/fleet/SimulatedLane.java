package dev.aiupscale.benchmarks.fleet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A queue as SQS keeps it: over several servers, first come first served on each, and a message is
 * received from any server that has one.
 */
final class SimulatedLane {
  private final List<Deque<FleetJob>> servers = new ArrayList<>();
  private final RandomGenerator random;

  SimulatedLane(int servers, RandomGenerator random) {
    for (int i = 0; i < servers; i++) {
      this.servers.add(new ArrayDeque<>());
    }
    this.random = random;
  }

  void add(FleetJob job) {
    servers.get(random.nextInt(servers.size())).add(job);
  }

  Optional<FleetJob> poll() {
    int first = random.nextInt(servers.size());
    for (int i = 0; i < servers.size(); i++) {
      FleetJob job = servers.get((first + i) % servers.size()).poll();
      if (job != null) {
        return Optional.of(job);
      }
    }
    return Optional.empty();
  }
}
