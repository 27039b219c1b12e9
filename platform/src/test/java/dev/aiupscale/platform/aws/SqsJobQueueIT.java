package dev.aiupscale.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.image.SourceImage;
import dev.aiupscale.common.job.Demand;
import dev.aiupscale.common.job.ImageId;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobId;
import dev.aiupscale.common.job.JobOptions;
import dev.aiupscale.common.job.MetadataPolicy;
import dev.aiupscale.platform.TestPlatform;
import dev.aiupscale.platform.load.FixedWorkload;
import dev.aiupscale.platform.queue.JobQueue;
import dev.aiupscale.platform.queue.Lane;
import dev.aiupscale.platform.queue.MessageBody;
import dev.aiupscale.platform.queue.ReceivedMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SqsJobQueueIT {
  private static final Duration HIDDEN = Duration.ofMinutes(1);

  private final TestPlatform platform = new TestPlatform();
  private final JobQueue queue =
      new SqsJobQueue(platform.sqs(), platform.config(), new FixedWorkload(0), Clock.systemUTC());

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void aJobWaitsInTheLaneThatItWasPutInAndKeepsWhatWasSaidOfIt() {
    queue.send(job(), Lane.BULK);

    assertThat(queue.depth(Lane.FRONT)).isZero();
    assertThat(receive(Lane.BULK).predictedSeconds()).isEqualTo(2.5);
  }

  @Test
  void aJobWhoseNameHasWhatTheQueueDoesNotKnowIsSentAndComesWhole() throws Exception {
    Job odd = job().toldAs("\uffff \u00e4 \ud83d\ude42.png", List.of());

    queue.send(odd, Lane.FRONT);

    assertThat(MessageBody.job(receive(Lane.FRONT)).uploadName()).isEqualTo(odd.uploadName());
  }

  @Test
  void aDeliveryThatWasPutBackDoesNotCountHoweverOften() {
    queue.send(job(), Lane.FRONT);
    for (int i = 0; i < 5; i++) {
      ReceivedMessage message = receive(Lane.FRONT);
      assertThat(message.tries()).isEqualTo(1);
      queue.putBack(message, Duration.ZERO);
    }
    queue.changeVisibility(receive(Lane.FRONT), Duration.ZERO);

    ReceivedMessage again = receive(Lane.FRONT);

    assertThat(again.tries()).isEqualTo(2);
    assertThat(again.predictedSeconds()).isEqualTo(2.5);
  }

  @Test
  void whatFollowsAMessageThatWasPutBackMayTakeTheJobFromItAndNotTheOtherWayRound() {
    queue.send(job(), Lane.FRONT);
    ReceivedMessage first = receive(Lane.FRONT);
    queue.putBack(first, Duration.ZERO);
    ReceivedMessage next = receive(Lane.FRONT);
    queue.send(job(), Lane.FRONT);
    ReceivedMessage another = receive(Lane.FRONT);

    assertThat(first.holder().mayTakeFrom(first.holder())).isTrue();
    assertThat(next.holder().mayTakeFrom(first.holder())).isTrue();
    assertThat(first.holder().mayTakeFrom(next.holder())).isFalse();
    assertThat(another.holder().mayTakeFrom(first.holder())).isFalse();
    assertThat(first.holder().mayTakeFrom(another.holder())).isFalse();
  }

  @Test
  void ofTwoThatFollowOneMessageOnlyTheFirstThatIsWorkedOnHasTheJob() {
    queue.send(job(), Lane.FRONT);
    ReceivedMessage first = receive(Lane.FRONT);
    queue.putBack(first, Duration.ZERO);
    queue.putBack(first, Duration.ZERO);
    ReceivedMessage one = receive(Lane.FRONT);
    ReceivedMessage other = receive(Lane.FRONT);
    queue.changeVisibility(one, Duration.ZERO);

    assertThat(other.holder().mayTakeFrom(one.holder())).isFalse();
    assertThat(one.holder().mayTakeFrom(other.holder())).isFalse();
    assertThat(receive(Lane.FRONT).holder().mayTakeFrom(one.holder())).isTrue();
  }

  @Test
  void aMessageThatTheQueueItselfGaveUpStillHoldsItsJob() {
    queue.send(job(), Lane.FRONT);
    ReceivedMessage message = receive(Lane.FRONT);
    for (int i = 1; i < platform.config().maxAttempts(); i++) {
      queue.changeVisibility(message, Duration.ZERO);
      message = receive(Lane.FRONT);
    }
    queue.changeVisibility(message, Duration.ZERO);
    assertThat(queue.receive(Lane.FRONT, Duration.ZERO, HIDDEN)).isEmpty();

    ReceivedMessage letter = queue.receiveDeadLetter(HIDDEN).orElseThrow();

    assertThat(message.holder().deliveries()).isEqualTo(platform.config().maxAttempts());
    assertThat(letter.holder().mayTakeFrom(message.holder())).isTrue();
  }

  @Test
  void whoseMessageSomebodyElseHasByNowIsToldNothing() {
    queue.send(job(), Lane.FRONT);
    ReceivedMessage stale = receive(Lane.FRONT);
    queue.changeVisibility(stale, Duration.ZERO);
    ReceivedMessage newer = receive(Lane.FRONT);

    queue.changeVisibility(stale, HIDDEN);
    queue.delete(stale);
    assertThat(queue.depth(Lane.FRONT)).isEqualTo(1);
    queue.delete(newer);
    queue.changeVisibility(newer, HIDDEN);
    queue.delete(newer);

    queue.putBack(newer, Duration.ZERO);
    assertThat(queue.depth(Lane.FRONT)).isEqualTo(1);
  }

  @Test
  void whatIsBuriedIsADeadLetterWithItsReason() {
    queue.send(job(), Lane.FRONT);

    queue.bury(receive(Lane.FRONT), "POISON: why");

    assertThat(queue.depth(Lane.FRONT)).isZero();
    assertThat(queue.receiveDeadLetter(HIDDEN).orElseThrow().attributes())
        .containsEntry(ReceivedMessage.REASON, "POISON: why");
  }

  private ReceivedMessage receive(Lane lane) {
    return queue.receive(lane, Duration.ofSeconds(1), HIDDEN).orElseThrow();
  }

  private static Job job() {
    JobOptions options =
        new JobOptions(
            "esrgan-slim", 2, ResultFormat.PNG, 0, MetadataPolicy.STRIP, false, true, null);
    ImageId image = new ImageId("a".repeat(64));
    return Job.queued(
            JobId.of(image, options, "model"),
            image,
            options,
            "model",
            "p.png",
            new SourceImage(10, 10, "png", 100, false),
            true,
            BasicMetadata.NONE,
            List.of(),
            Instant.EPOCH)
        .demanded(new Demand("a-client", 2.5));
  }
}
