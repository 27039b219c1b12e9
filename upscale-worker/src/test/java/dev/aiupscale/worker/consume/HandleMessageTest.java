package dev.aiupscale.worker.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.image.ResultImage;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobState;
import dev.aiupscale.common.job.ObjectKeys;
import dev.aiupscale.common.json.Json;
import dev.aiupscale.platform.queue.Lane;
import dev.aiupscale.platform.queue.ReceivedMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HandleMessageTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration HIDDEN = Duration.ofHours(1);

  private final LifeWorld world = new LifeWorld(new Random(1));
  private final Job job = world.possibleJobs().get(0);
  private final Job another = world.possibleJobs().get(1);

  HandleMessageTest() {
    world.turns.noMoreCrashes();
  }

  @Test
  void aSecondMessageNeverTakesTheJobFromWhoeverWorksOnItHoweverOftenItComes() throws IOException {
    ReceivedMessage first = sent(job);
    Job held = job.attemptStarted(NOW).heldBy(first.holder());
    write(held);
    ReceivedMessage second = sent(job);
    world.queue.changeVisibility(second, Duration.ZERO);

    world.handler().handle(receive(), () -> {});

    assertThat(read(job)).isEqualTo(held);
    assertThat(world.queue.size()).as("the holder's message stays").isEqualTo(1);
  }

  @Test
  void theMessageOfALostWorkerGetsItsJobWhenItComesAgain() throws IOException {
    write(job.attemptStarted(NOW).heldBy(sent(job).holder()));
    world.store.put(ObjectKeys.original(job.imageId()), "image/jpeg", new byte[1]);
    world.queue.showAll();

    world.handler().handle(receive(), () -> {});

    assertThat(read(job).state()).isEqualTo(JobState.DONE);
    assertThat(read(job).attempts()).isEqualTo(2);
    assertThat(world.queue.size()).isZero();
  }

  @Test
  void whatAttemptsKeptGoesAlsoWhenTheWorkerDiedJustAfterItHadDoneTheJob() throws IOException {
    ResultImage image = new ResultImage(2, 2, ResultFormat.PNG, 1, "");
    write(job.attemptStarted(NOW).done(image, List.of(), "none", NOW));
    world.store.put(ObjectKeys.checkpoints(job.id()) + "1/plan/000001", "", new byte[1]);

    world.handler().handle(sent(job), () -> {});

    assertThat(world.store.keys("checkpoints/")).isEmpty();
    assertThat(world.queue.size()).isZero();
  }

  @Test
  void aRecordThatCannotBeReadMakesADeadLetterAtOnce() {
    corrupt(job);

    world.handler().handle(sent(job), () -> {});

    assertThat(world.queue.size()).isZero();
    assertThat(world.queue.receiveDeadLetter(HIDDEN).orElseThrow().attributes())
        .extractingByKey(ReceivedMessage.REASON)
        .asString()
        .startsWith("RECORD_UNREADABLE");
  }

  @Test
  void ofARecordThatCannotBeReadTheWatchGoesOnToTheNextDeadLetter() throws IOException {
    corrupt(job);
    write(another.attemptStarted(NOW));
    world.queue.bury(sent(job), "");
    world.queue.bury(sent(another), "");

    world.watch().round();

    assertThat(read(another).error()).extracting("code").isEqualTo(ErrorCode.WORKER_LOST);
  }

  @Test
  void aDeadLetterDoesNotFailAJobThatIsWorkedOnForAnotherMessage() throws IOException {
    Job held = job.attemptStarted(NOW).heldBy(sent(job).holder());
    write(held);
    world.queue.bury(sent(job), "");

    world.watch().round();

    assertThat(read(job)).isEqualTo(held);
  }

  /** The message is in this test's hands. */
  private ReceivedMessage sent(Job asked) {
    world.queue.send(asked, Lane.FRONT);
    return receive();
  }

  private ReceivedMessage receive() {
    return world.queue.receive(Lane.FRONT, Duration.ZERO, HIDDEN).orElseThrow();
  }

  private void write(Job record) {
    world.store.put(ObjectKeys.job(record.id()), "application/json", Json.write(record));
  }

  private void corrupt(Job record) {
    world.store.corrupt(ObjectKeys.job(record.id()));
  }

  private Job read(Job record) throws IOException {
    return Json.read(world.store.bytes(ObjectKeys.job(record.id())).orElseThrow(), Job.class);
  }
}
