package dev.aiupscale.worker.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PipelineTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Pipeline pipeline = new Pipeline();

  /** A job that ends its two parts when it is told to. */
  private static final class Job implements Pipeline.Work {
    private final CountDownLatch network = new CountDownLatch(1);
    private final CountDownLatch rest = new CountDownLatch(1);

    @Override
    public void run(Runnable networkDone) {
      await(network);
      networkDone.run();
      await(rest);
    }

    private static void await(CountDownLatch latch) {
      try {
        assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void theNextBeginsWhenTheNetworkIsDoneWithTheOneBefore() throws Exception {
    Job first = begin();
    Future<?> room = awaitingRoom();
    assertThat(isWaiting(room)).isTrue();

    first.network.countDown();

    room.get();
    assertThat(pipeline.awaitIdle(Duration.ZERO)).isFalse();
  }

  @Test
  void noThirdBeginsBesideTwo() throws Exception {
    Job first = begin();
    first.network.countDown();
    pipeline.awaitRoom();
    Job second = begin();
    second.network.countDown();
    Future<?> room = awaitingRoom();
    assertThat(isWaiting(room)).isTrue();

    first.rest.countDown();

    room.get();
  }

  @Test
  void theEndOfOneLeavesTheNetworkToTheOther() throws Exception {
    Job first = begin();
    first.network.countDown();
    pipeline.awaitRoom();
    Job second = begin();
    first.rest.countDown();
    Future<?> room = awaitingRoom();

    assertThat(isWaiting(room)).isTrue();

    second.network.countDown();
    room.get();
    second.rest.countDown();
    assertThat(pipeline.awaitIdle(LONG)).isTrue();
  }

  @Test
  void whatAJobThrowsIsToldOnceAndLeavesRoomForTheNext() throws Exception {
    pipeline.begin(
        networkDone -> {
          throw new IllegalStateException("the store is down");
        });

    assertThatThrownBy(pipeline::awaitRoom).hasMessage("the store is down");
    pipeline.awaitRoom();
    assertThat(pipeline.awaitIdle(LONG)).isTrue();
  }

  private Job begin() {
    Job job = new Job();
    pipeline.begin(job);
    return job;
  }

  private Future<?> awaitingRoom() {
    var thread = Executors.newSingleThreadExecutor();
    Future<?> room =
        thread.submit(
            () -> {
              pipeline.awaitRoom();
              return null;
            });
    thread.shutdown();
    return room;
  }

  /** Long enough that what would not wait has been seen not to. */
  private static boolean isWaiting(Future<?> room) throws InterruptedException {
    Thread.sleep(100);
    return !room.isDone();
  }
}
