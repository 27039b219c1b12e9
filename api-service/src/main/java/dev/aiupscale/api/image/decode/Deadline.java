package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.header.Refusal;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageReader;

/** The time that one picture's decoding may take. */
public final class Deadline {
  private static final ScheduledExecutorService WATCH =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "decode-deadline");
            thread.setDaemon(true);
            return thread;
          });

  private final Duration limit;
  private final long end;

  public Deadline(Duration limit) {
    this.limit = limit;
    this.end = System.nanoTime() + limit.toNanos();
  }

  /** Throws when the time is over; own decoders call this once a row. */
  public void check() {
    if (System.nanoTime() - end >= 0) {
      throw Refusal.tooLarge(
          "Decoding the picture takes longer than the limit of %d seconds."
              .formatted(limit.toSeconds()));
    }
  }

  /** Work with an {@link ImageReader} that stops when the reader is aborted. */
  public interface Reading<T> {
    T run() throws java.io.IOException;
  }

  /** Runs {@code reading} and aborts {@code reader} when the time is over. */
  public <T> T watch(ImageReader reader, Reading<T> reading) throws java.io.IOException {
    long left = Math.max(0, end - System.nanoTime());
    var alarm = WATCH.schedule(reader::abort, left, TimeUnit.NANOSECONDS);
    try {
      T result = reading.run();
      check();
      return result;
    } finally {
      alarm.cancel(false);
    }
  }
}
