package dev.aiupscale.common.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.image.ResultImage;
import dev.aiupscale.common.image.SourceImage;
import dev.aiupscale.common.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final String SHA = "a".repeat(64);
  private static final ResultImage RESULT =
      new ResultImage(4, 4, ResultFormat.PNG, 99, "b".repeat(64));

  static Job queued() {
    JobOptions options =
        new JobOptions(
            "esrgan-slim", 2, ResultFormat.PNG, 0, MetadataPolicy.STRIP, false, true, null);
    ImageId image = new ImageId("c".repeat(64));
    return Job.queued(
        JobId.of(image, options, SHA),
        image,
        options,
        SHA,
        "cat.png",
        new SourceImage(2, 2, "png", 70, false),
        true,
        BasicMetadata.NONE,
        List.of("n"),
        NOON);
  }

  @Test
  void aJobSurvivesTheWayThroughJson() throws IOException {
    Job job = queued().attemptStarted(NOON).done(RESULT, List.of("m"), "engine", NOON);

    assertThat(Json.read(Json.write(job), Job.class)).isEqualTo(job);
  }

  @Test
  void theOptionsStandAtTheTopLevelOfAJobsJson() {
    assertThat(new String(Json.write(queued()), StandardCharsets.UTF_8))
        .contains("\"model\":\"esrgan-slim\",\"scale\":2,\"format\":\"png\"")
        .doesNotContain("\"options\"");
  }

  @Test
  void aMessageSurvivesTheWayThroughJson() throws IOException {
    JobMessage message = JobMessage.of(queued());

    assertThat(Json.read(Json.write(message), JobMessage.class)).isEqualTo(message);
  }

  @Test
  void aNewRunKeepsTheOldResultAndCountsUp() {
    Job again = queued().attemptStarted(NOON).done(RESULT, List.of(), "e", NOON).rerun(NOON);

    assertThat(again.run()).isEqualTo(2);
    assertThat(again.state()).isEqualTo(JobState.QUEUED);
    assertThat(again.attempts()).isZero();
    assertThat(again.result()).isEqualTo(RESULT);
  }

  @Test
  void aFinishedJobIsNotChangedWithinItsRun() {
    Job done = queued().attemptStarted(NOON).done(RESULT, List.of(), "e", NOON);

    assertThatIllegalStateException().isThrownBy(() -> done.progressed(0.5, 1));
    assertThatIllegalStateException().isThrownBy(() -> done.attemptStarted(NOON));
    assertThatIllegalStateException().isThrownBy(() -> queued().rerun(NOON));
  }

  @Test
  void progressNeverFallsWithinAnAttempt() {
    Job job = queued().attemptStarted(NOON).progressed(0.6, 4).progressed(0.2, 5);

    assertThat(job.progress()).isEqualTo(0.6);
  }

  @Test
  void identityFollowsImageOptionsAndModelFile() {
    Job job = queued();

    assertThat(JobId.of(job.imageId(), job.options(), SHA)).isEqualTo(job.id());
    assertThat(JobId.of(job.imageId(), job.options(), "d".repeat(64))).isNotEqualTo(job.id());
    assertThat(JobId.of(new ImageId(SHA), job.options(), SHA)).isNotEqualTo(job.id());
    JobOptions exact =
        new JobOptions(
            "esrgan-slim", 2, ResultFormat.PNG, 0, MetadataPolicy.STRIP, true, true, null);
    assertThat(JobId.of(job.imageId(), exact, SHA)).isNotEqualTo(job.id());
    JobOptions unguarded =
        new JobOptions(
            "esrgan-slim", 2, ResultFormat.PNG, 0, MetadataPolicy.STRIP, false, false, null);
    assertThat(JobId.of(job.imageId(), unguarded, SHA)).isNotEqualTo(job.id());
  }
}
