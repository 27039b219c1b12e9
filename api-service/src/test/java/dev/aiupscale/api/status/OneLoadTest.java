package dev.aiupscale.api.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OneLoadTest {
  private static final int READERS = 20;

  private final OneLoad misses = new OneLoad();
  private final AtomicInteger loads = new AtomicInteger();
  private final AtomicReference<String> cached = new AtomicReference<>();
  private final CountDownLatch loading = new CountDownLatch(1);
  private final CountDownLatch mayLoad = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newFixedThreadPool(READERS);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void ofManyWhoMissAThingAtOnceOneLoadsIt() throws Exception {
    List<Future<String>> readers = readWhileTheFirstLoads("a");

    mayLoad.countDown();

    for (Future<String> reader : readers) {
      assertThat(reader.get(20, TimeUnit.SECONDS)).isEqualTo("a");
    }
    assertThat(loads).hasValue(1);
  }

  @Test
  void withoutACacheEachLoadsForItselfWhenTheFirstHasLoaded() throws Exception {
    List<Future<String>> readers = readWhileTheFirstLoads("");

    mayLoad.countDown();

    for (Future<String> reader : readers) {
      assertThat(reader.get(20, TimeUnit.SECONDS)).isEmpty();
    }
    assertThat(loads).hasValue(READERS);
  }

  @Test
  void aLoadThatFailsKeepsNobodyFromTheNext() {
    assertThatThrownBy(
            () ->
                misses.load(
                    "key",
                    Optional::empty,
                    () -> {
                      throw new IllegalStateException("away");
                    }))
        .hasMessage("away");

    assertThat(misses.<String>load("key", Optional::empty, () -> "there")).isEqualTo("there");
  }

  /** The first is in its load when the others come; an empty value is not kept. */
  private List<Future<String>> readWhileTheFirstLoads(String value) throws InterruptedException {
    List<Future<String>> readers = new ArrayList<>();
    readers.add(threads.submit(() -> read(value)));
    assertThat(loading.await(20, TimeUnit.SECONDS)).isTrue();
    for (int i = 1; i < READERS; i++) {
      readers.add(threads.submit(() -> read(value)));
    }
    return readers;
  }

  private String read(String value) {
    return misses.load("key", () -> Optional.ofNullable(cached.get()), () -> loaded(value));
  }

  private String loaded(String value) {
    loads.incrementAndGet();
    loading.countDown();
    try {
      assertThat(mayLoad.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (!value.isEmpty()) {
      cached.set(value);
    }
    return value;
  }
}
