package dev.aiupscale.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.e2e.Eventually;
import dev.aiupscale.e2e.UpscaleClient;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients send, send again and erase pictures while every part of the system is killed; at the end
 * each answer that a client got holds. By hand, with {@code -Dchaos.seed=1}, and for as long as
 * {@code -Dchaos.minutes} says.
 */
@EnabledIfSystemProperty(named = "chaos.seed", matches = "\\d+")
class ChaosIT {
  private static final long SEED = Long.getLong("chaos.seed", 1);
  private static final Duration LENGTH = Duration.ofMinutes(Integer.getInteger("chaos.minutes", 0));
  private static final int SUBMISSIONS = 200;
  private static final int CLIENTS = 8;
  private static final int PICTURES = 40;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final History history = new History();

  @TempDir Path folder;

  @Test
  void everyAnswerHoldsWhateverIsKilled() throws InterruptedException {
    try (Fleet fleet = new Fleet(folder);
        Bucket bucket = new Bucket(fleet.s3());
        Queues queues = new Queues(fleet.sqs())) {
      fleet.startAll();
      UpscaleClient observer = new UpscaleClient(fleet.api());
      List<Expected> expected = makeInPeace(observer);
      Poison poison = Poison.plant(bucket, expected.get(0).id());
      expected.forEach(one -> eraseInPeace(observer, one.id()));

      Monkey monkey = new Monkey(fleet, new Random(SEED));
      monkey.begin();
      List<Onlooker> onlookers = playClients(fleet, monkey, queues, expected, poison);
      int kills = monkey.stop();
      fleet.awaitReady();

      Outcome outcome = outcome(observer, expected);
      Eventually.is(PATIENCE, () -> queues.waiting() == 0);
      Eventually.is(
          PATIENCE,
          () -> bucket.job(poison.jobWithoutPicture()).get("state").asText("").equals("FAILED"));
      Eventually.is(PATIENCE, () -> bucket.orphans().isEmpty());
      Set<String> dead = queues.deadBodies();
      int mismatches =
          outcome.mismatches() + onlookers.stream().mapToInt(Onlooker::mismatches).sum();
      List<Sightings> seen = onlookers.stream().map(Onlooker::seen).toList();
      System.out.printf(
          "chaos seed %d: submitted %d, %s, cancelled %d, dead %d, kills %d, redeliveries %d,"
              + " mismatches %d (seen %d)%n",
          SEED,
          history.accepted(Call.Kind.SUBMIT),
          outcome,
          history.accepted(Call.Kind.ERASE),
          dead.size(),
          kills,
          fleet.redeliveries(),
          mismatches,
          seen.stream().mapToInt(Sightings::number).sum());
      assertThat(mismatches).isZero();
      assertThat(seen).flatMap(Sightings::impossible).isEmpty();
      assertThat(dead).containsExactlyInAnyOrderElementsOf(poison.bodies());
      assertThat(fleet.redeliveries()).as("kills that hit somebody at work").isPositive();
    }
  }

  /** How the jobs stand at the end. */
  private record Outcome(int done, int gone, int mismatches) {
    @Override
    public String toString() {
      return "done %d, gone %d".formatted(done, gone);
    }
  }

  private static List<Expected> makeInPeace(UpscaleClient client) {
    Map<String, Picture> sent = new LinkedHashMap<>();
    for (Picture picture : IntStream.range(0, PICTURES).mapToObj(Picture::of).toList()) {
      sent.put(submit(client, picture, picture.options()).id(), picture);
    }
    List<Expected> made = new ArrayList<>();
    sent.forEach(
        (id, picture) -> {
          JsonNode job = client.await(id, "DONE");
          made.add(new Expected(picture, id, job.get("result").get("sha256").asText()));
        });
    return made;
  }

  private static void eraseInPeace(UpscaleClient client, String id) {
    assertThat(client.delete("/api/v1/jobs/" + id).status()).isEqualTo(204);
  }

  /** Returns each client's eyes. */
  private List<Onlooker> playClients(
      Fleet fleet, Monkey monkey, Queues queues, List<Expected> known, Poison poison) {
    Instant end = Instant.now().plus(LENGTH);
    BooleanSupplier goOn = () -> Instant.now().isBefore(end) || monkey.isInFirstRound();
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    List<CompletableFuture<Onlooker>> all = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      Random random = new Random(SEED * 100 + i);
      UpscaleClient client = new UpscaleClient(fleet.api());
      all.add(CompletableFuture.supplyAsync(() -> play(client, known, random, goOn), threads));
    }
    poison.bodies().forEach(body -> Eventually.is(PATIENCE, () -> queues.send(body)));
    List<Onlooker> onlookers = all.stream().map(CompletableFuture::join).toList();
    threads.shutdown();
    return onlookers;
  }

  private Onlooker play(
      UpscaleClient client, List<Expected> known, Random random, BooleanSupplier goOn) {
    Onlooker onlooker = new Onlooker(client, random);
    for (int i = 0; i < SUBMISSIONS / CLIENTS || goOn.getAsBoolean(); i++) {
      Expected one = known.get(random.nextInt(known.size()));
      Picture picture = one.picture();
      Map<String, String> options =
          random.nextInt(3) == 0 ? picture.optionsAgain() : picture.options();
      submitUntilAccepted(client, one, options);
      if (random.nextInt(8) == 0) {
        erase(client, one.id());
      }
      for (int look = random.nextInt(6); look > 0; look--) {
        onlooker.look(one);
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(700)).toNanos());
      }
    }
    return onlooker;
  }

  private void submitUntilAccepted(
      UpscaleClient client, Expected one, Map<String, String> options) {
    Eventually.is(
        PATIENCE,
        () -> {
          Call call = history.begin(Call.Kind.SUBMIT, one.id());
          try {
            int status = submit(client, one.picture(), options).status();
            call.answered(status == 200 || status == 202);
            return call.isAccepted();
          } catch (UncheckedIOException e) {
            return false;
          }
        });
  }

  private void erase(UpscaleClient client, String id) {
    Call call = history.begin(Call.Kind.ERASE, id);
    try {
      int status = client.delete("/api/v1/jobs/" + id).status();
      if (status == 204 || status == 404) {
        call.answered(status == 204);
      }
    } catch (UncheckedIOException e) {
      // Nobody answered: it may or may not be carried out.
    }
  }

  private Outcome outcome(UpscaleClient client, List<Expected> expected) {
    int done = 0;
    int gone = 0;
    int mismatches = 0;
    for (Expected one : expected) {
      if (history.mustExist(one.id())) {
        client.await(one.id(), "DONE");
        byte[] result = client.get("/api/v1/jobs/" + one.id() + "/result").body();
        done++;
        mismatches += Sha256.of(result).equals(one.sha256()) ? 0 : 1;
      } else if (history.mustBeGone(one.id())) {
        assertThat(client.get("/api/v1/jobs/" + one.id()).status()).isEqualTo(404);
        gone++;
      }
    }
    return new Outcome(done, gone, mismatches);
  }

  private static UpscaleClient.Answer submit(
      UpscaleClient client, Picture picture, Map<String, String> options) {
    return client.submit(picture.bytes(), picture.name(), options);
  }
}
