package dev.aiupscale.api.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DecodeGateTest {
  private final DecodeGate gate = new DecodeGate(100);

  @Test
  void noMorePixelsAreInsideThanAllowed() {
    AtomicLong inside = new AtomicLong();
    AtomicLong most = new AtomicLong();
    inThreads(
        20,
        () -> {
          try (DecodeGate.Pass pass = gate.enter(40)) {
            most.accumulateAndGet(inside.addAndGet(40), Math::max);
            Thread.onSpinWait();
            inside.addAndGet(-40);
          }
        });

    assertThat(most).hasValueBetween(40L, 80L);
    assertThat(inside).hasValue(0);
  }

  @Test
  void aPictureAboveTheTotalPassesAlone() {
    try (DecodeGate.Pass pass = gate.enter(1_000_000)) {
      assertThat(gate.waiting()).isZero();
    }
    gate.enter(100).close();
  }

  @Test
  void smallPicturesPassWhileALargeOneFillsAllElseAndOthersWait() {
    try (DecodeGate.Pass large = gate.enter(100)) {
      CompletableFuture<Void> next = CompletableFuture.runAsync(() -> gate.enter(100).close());
      while (gate.waiting() == 0) {
        Thread.onSpinWait();
      }
      for (int i = 0; i < 3; i++) {
        gate.enter(12).close();
      }
      assertThat(next).isNotDone();
    }
  }

  @Test
  void smallPicturesInTheirOwnRoomAreBoundedToo() {
    DecodeGate.Pass large = gate.enter(100);
    DecodeGate.Pass first = gate.enter(12);
    DecodeGate.Pass second = gate.enter(12);
    CompletableFuture<Void> third = CompletableFuture.runAsync(() -> gate.enter(12).close());
    while (gate.waiting() == 0) {
      Thread.onSpinWait();
    }
    assertThat(third).isNotDone();
    first.close();
    third.join();
    second.close();
    large.close();
  }

  @Test
  void whereTooManyWaitTheNextIsToldToComeBack() {
    ExecutorService threads = Executors.newFixedThreadPool(DecodeGate.MOST_WAITING);
    List<CompletableFuture<Void>> all = new ArrayList<>();
    try (DecodeGate.Pass pass = gate.enter(100)) {
      for (int i = 0; i < DecodeGate.MOST_WAITING; i++) {
        all.add(CompletableFuture.runAsync(() -> gate.enter(20).close(), threads));
      }
      while (gate.waiting() < DecodeGate.MOST_WAITING) {
        Thread.onSpinWait();
      }
      assertThatThrownBy(() -> gate.enter(20))
          .isInstanceOfSatisfying(
              UpscaleException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.QUEUE_FULL));
    }
    all.forEach(CompletableFuture::join);
    threads.shutdown();
    gate.enter(100).close();
  }

  private static void inThreads(int count, Runnable work) {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(CompletableFuture.runAsync(work, threads));
    }
    all.forEach(CompletableFuture::join);
    threads.shutdown();
  }
}
