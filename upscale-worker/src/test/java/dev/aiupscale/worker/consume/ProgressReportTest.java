package dev.aiupscale.worker.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.UpscaleException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ProgressReportTest {
  private final HandClock clock = new HandClock();
  private final List<Job> told = new ArrayList<>();
  private final List<Job> written = new ArrayList<>();

  @Test
  void nobodyIsToldMoreThanFiveTimesASecondAndTheShareNeverFalls() {
    Job job = TestJobs.running(500, 400, ResultFormat.PNG, clock.instant());
    ProgressReport report = report(job);
    report.isCancelled();

    for (int tile = 1; tile <= 1000; tile++) {
      // Every hundredth tile is slow, which makes the forecast longer than it was.
      clock.pass(Duration.ofMillis(tile % 100 == 0 ? 2000 : 10));
      report.progressed(tile / 1000.0);
    }

    long seconds = (1000 * 10 + 10 * 1990) / 1000;
    assertThat(told).hasSizeBetween(20, (int) (5 * seconds));
    assertThat(written).hasSizeBetween(5, (int) (seconds / 3));
    assertThat(told.stream().map(Job::progress).toList()).isSorted();
    assertThat(written.stream().map(Job::progress).toList()).isSorted();
  }

  @Test
  void whenTheNetworkIsDoneWithAWebpItsEncodingIsStillToCome() {
    // 40 megapixels of WebP are some seconds of work.
    Job job = TestJobs.running(5000, 2000, ResultFormat.WEBP, clock.instant());
    ProgressReport report = report(job);
    report.isCancelled();

    clock.pass(Duration.ofSeconds(5));
    report.progressed(0.5);
    clock.pass(Duration.ofSeconds(5));
    report.progressed(1);

    Job last = written.get(written.size() - 1);
    assertThat(last.progress()).isBetween(0.55, 0.65);
    assertThat(last.etaSeconds()).isEqualTo(7);
  }

  @Test
  void anAttemptThatTakesTooLongIsEndedBeforeItsNextTile() {
    ProgressReport report = report(TestJobs.running(9, 9, ResultFormat.PNG, clock.instant()));
    report.limit(Duration.ofSeconds(10));
    clock.pass(Duration.ofSeconds(10));
    assertThat(report.isCancelled()).isFalse();
    clock.pass(Duration.ofMillis(1));

    assertThatExceptionOfType(UpscaleException.class)
        .isThrownBy(report::isCancelled)
        .returns(ErrorCode.TIMED_OUT, UpscaleException::code);
  }

  @Test
  void anAttemptThatStoodStillHasNotTakenThatTime() {
    AwakeClock awake = new AwakeClock(clock);
    Job job = TestJobs.running(9, 9, ResultFormat.PNG, clock.instant());
    ProgressReport report = new ProgressReport(job, change -> {}, change -> {}, awake, () -> {});
    report.limit(Duration.ofSeconds(10));
    clock.pass(Duration.ofSeconds(4));
    awake.look();

    clock.pass(Duration.ofHours(1));

    assertThat(report.isCancelled()).isFalse();
    assertThat(report.spent()).isEqualTo(AwakeClock.LONGEST_STEP.plusSeconds(4));
    clock.pass(Duration.ofSeconds(2));
    assertThatExceptionOfType(UpscaleException.class).isThrownBy(report::isCancelled);
  }

  @Test
  void anAttemptOutlivesAStoreThatDoesNotAnswerForAWhile() {
    Job job = TestJobs.running(9, 9, ResultFormat.PNG, clock.instant());
    ProgressReport report =
        new ProgressReport(
            job,
            change -> {},
            change -> {
              throw new UpscaleException(ErrorCode.STORAGE_UNAVAILABLE, "down");
            },
            clock,
            () -> {});
    clock.pass(Duration.ofSeconds(3));
    report.progressed(0.1);

    assertThat(report.isCancelled()).isFalse();
    assertThatExceptionOfType(UpscaleException.class).isThrownBy(report::requireHeld);
  }

  @Test
  void aRecordThatSomebodyElseHasCancelsTheAttempt() {
    Job job = TestJobs.running(9, 9, ResultFormat.PNG, clock.instant());
    ProgressReport report =
        new ProgressReport(
            job,
            change -> {},
            change -> {
              throw new JobTaken(job.id());
            },
            clock,
            () -> {});
    assertThat(report.isCancelled()).isFalse();
    clock.pass(Duration.ofSeconds(3));
    report.progressed(0.1);

    assertThat(report.isCancelled()).isTrue();
  }

  @Test
  void aRecordThatSomebodyElseHasIsSeenWhileTheNetworkIsWithinOneTile() {
    Job job = TestJobs.running(9, 9, ResultFormat.PNG, clock.instant());
    ProgressReport report =
        new ProgressReport(
            job,
            change -> {},
            change -> {
              throw new JobTaken(job.id());
            },
            clock,
            () -> {});
    report.isCancelled();
    clock.pass(Duration.ofSeconds(3));

    assertThat(report.isCancelled()).isTrue();
  }

  private ProgressReport report(Job job) {
    return new ProgressReport(job, change -> hear(job, change, told), this::write, clock, () -> {});
  }

  private void write(UnaryOperator<Job> change) {
    Job before =
        written.isEmpty()
            ? TestJobs.running(9, 9, ResultFormat.PNG, clock.instant())
            : written.get(written.size() - 1);
    hear(before, change, written);
  }

  private static void hear(Job job, UnaryOperator<Job> change, List<Job> heard) {
    heard.add(change.apply(job));
  }
}
