package dev.aiupscale.worker.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.ImageRecord;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobId;
import dev.aiupscale.common.job.JobState;
import dev.aiupscale.common.job.ObjectKeys;
import dev.aiupscale.common.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LifeCyclePropertyTest {
  private static final int WORLDS = Integer.getInteger("life.worlds", 100);
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final int STEPS = 20_000;

  @Test
  void whateverIsKilledOrStoppedWhatWasAcceptedIsDoneAndWhatWasErasedIsGone() {
    for (int i = 0; i < WORLDS; i++) {
      long seed = SEED + i;
      try {
        check(run(new Random(seed)));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("with -Dseed=" + seed + " -Dlife.worlds=1: " + e.getMessage(), e);
      }
    }
  }

  private static LifeWorld run(Random random) {
    LifeWorld world = new LifeWorld(random);
    world.startWorkers(2);
    world.startReader();
    world.startReader();
    for (int client = 0; client < 3; client++) {
      world.startClient(4);
    }
    for (int step = 0; world.hasClients(); step++) {
      assertThat(step).isLessThan(STEPS);
      world.turns.next();
    }
    world.turns.noMoreCrashes();
    for (int step = 0; !isAtRest(world); step++) {
      assertThat(step < STEPS).as(() -> "the world comes to rest: " + left(world)).isTrue();
      world.turns.next();
    }
    return world;
  }

  private static boolean isAtRest(LifeWorld world) {
    return world.queue.size() == 0
        && world.store.keys("pending/").isEmpty()
        && world.store.keys("jobs/").stream()
            .allMatch(key -> read(world, key, Job.class).orElseThrow().state().isFinal());
  }

  private static String left(LifeWorld world) {
    return "messages: "
        + world.queue.size()
        + world.store.keys("pending/")
        + world.store.keys("jobs/").stream()
            .map(key -> read(world, key, Job.class).orElseThrow())
            .filter(job -> !job.state().isFinal())
            .map(job -> job.state() + "\n" + world.turns.trace(job.id().hex()))
            .toList();
  }

  private static void check(LifeWorld world) {
    for (Job asked : world.possibleJobs()) {
      Optional<Job> present = read(world, ObjectKeys.job(asked.id()), Job.class);
      if (world.history.mustExist(asked.id())) {
        assertThat(present).as("accepted job").isPresent();
        present.ifPresent(job -> checkEnd(world, job));
      }
      if (world.history.mustBeGone(asked.id())) {
        assertThat(present).as("erased job").isEmpty();
      }
      checkResult(world, asked, present);
    }
    for (String key : world.store.keys("images/")) {
      ImageRecord image = read(world, key, ImageRecord.class).orElseThrow();
      assertThat(image.jobs()).isNotEmpty();
      assertThat(image.jobs()).allMatch(job -> isRecorded(world, job));
      assertThat(image.erasedUntil()).isNull();
    }
    for (String key : world.store.keys("originals/")) {
      String record = key.replace("originals/", "images/").replace(".jpg", ".json");
      assertThat(world.store.keys(record)).as("record of %s", key).isNotEmpty();
    }
  }

  private static void checkEnd(LifeWorld world, Job job) {
    assertThat(world.store.keys(ObjectKeys.original(job.imageId())))
        .as(() -> "picture of " + world.turns.trace(job.id().hex()))
        .isNotEmpty();
    if (job.state() == JobState.FAILED) {
      assertThat(job.error()).extracting("code").isEqualTo(ErrorCode.WORKER_LOST);
      assertThat(world.queue.lostTries(job))
          .as(() -> "tries that were lost of " + world.turns.trace(job.id().hex()))
          .isGreaterThanOrEqualTo(TurnQueue.MAX_RECEIVE_COUNT);
    } else {
      assertThat(job.state()).isEqualTo(JobState.DONE);
    }
  }

  private static void checkResult(LifeWorld world, Job asked, Optional<Job> present) {
    Optional<byte[]> result =
        world.store.bytes(ObjectKeys.result(asked.id(), asked.options().format()));
    if (present.filter(job -> job.result() != null).isPresent()) {
      assertThat(result).as("result").hasValue(LifeWorld.result(asked));
    } else if (present.isEmpty()) {
      assertThat(result).as("orphan").isEmpty();
    }
  }

  private static boolean isRecorded(LifeWorld world, JobId job) {
    return !world.store.keys(ObjectKeys.job(job)).isEmpty();
  }

  private static <T> Optional<T> read(LifeWorld world, String key, Class<T> type) {
    return world
        .store
        .bytes(key)
        .map(
            bytes -> {
              try {
                return Json.read(bytes, type);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }
}
