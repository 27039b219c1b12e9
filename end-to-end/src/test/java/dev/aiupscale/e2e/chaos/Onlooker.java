package dev.aiupscale.e2e.chaos;

import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.e2e.UpscaleClient;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Random;

/** Looks at jobs in every way that a client can, and remembers what it saw. */
final class Onlooker {
  private static final Duration LISTENING = Duration.ofSeconds(2);

  private final UpscaleClient client;
  private final Random random;
  private final Sightings seen = new Sightings();
  private int mismatches;

  Onlooker(UpscaleClient client, Random random) {
    this.client = client;
    this.random = random;
  }

  /** Looks once; an answer that does not come, or says that there is none, shows nothing. */
  void look(Expected one) {
    String path = "/api/v1/jobs/" + one.id();
    try {
      switch (random.nextInt(4)) {
        case 0 -> saw(one, client.get(path));
        case 1 -> saw(one, client.getWaiting(path));
        case 2 -> client.events(one.id(), LISTENING).forEach(job -> seen.saw(one.id(), job));
        default -> compare(one, client.get(path + "/result"));
      }
    } catch (UncheckedIOException e) {
      // Nothing was seen.
    }
  }

  Sightings seen() {
    return seen;
  }

  /** How many results were not the picture's. */
  int mismatches() {
    return mismatches;
  }

  private void saw(Expected one, UpscaleClient.Answer answer) {
    if (answer.status() == 200) {
      seen.saw(one.id(), answer.json());
    }
  }

  private void compare(Expected one, UpscaleClient.Answer answer) {
    if (answer.status() == 200 && !Sha256.of(answer.body()).equals(one.sha256())) {
      mismatches++;
    }
  }
}
