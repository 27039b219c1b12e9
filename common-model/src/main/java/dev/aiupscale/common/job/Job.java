package dev.aiupscale.common.job;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.ResultImage;
import dev.aiupscale.common.image.SourceImage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The record of one job: what is asked, where it stands, what came of it. Each change of state is a
 * method here, and a change that the life cycle does not allow throws {@link
 * IllegalStateException}.
 *
 * @param run counts from 1; {@code ignoreCache} on a finished job starts the next run
 * @param modelSha256 SHA-256 of the ONNX file that the job was made for
 * @param progress done work by share, 0 to 1
 * @param etaSeconds predicted seconds until the result, or null while nothing is known
 * @param attempts how often a worker has begun this run
 * @param uploadName the upload's file name without path or control characters
 * @param lossless whether the worker reads {@code sources/{imageId}.png} instead of the original
 * @param result the newest finished result; stays from an earlier run until the next one is in
 *     place
 * @param notes what was done to the picture, a sentence each
 * @param engine model hash, runtime version and execution provider that made the result
 * @param demand what the job's place in the queue follows from
 * @param revision counts the changes of the record, so that copies of it can be told apart by age
 * @param holder the message that the newest attempt was made for; null before the first
 */
public record Job(
    JobId id,
    ImageId imageId,
    int run,
    JobState state,
    @JsonUnwrapped JobOptions options,
    String modelSha256,
    double progress,
    @Nullable Integer etaSeconds,
    int attempts,
    String uploadName,
    SourceImage source,
    boolean lossless,
    BasicMetadata keptMetadata,
    @Nullable ResultImage result,
    List<String> notes,
    @Nullable String engine,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable JobError error,
    Demand demand,
    int revision,
    @Nullable JobHolder holder) {

  public Job {
    notes = List.copyOf(notes);
    // Records from before there were demands have none.
    demand = Objects.requireNonNullElse(demand, Demand.UNKNOWN);
    if (progress < 0 || progress > 1) {
      throw new IllegalArgumentException("progress is 0 to 1, not " + progress);
    }
  }

  /** A job that nothing has been done for yet. */
  public static Job queued(
      JobId id,
      ImageId imageId,
      JobOptions options,
      String modelSha256,
      String uploadName,
      SourceImage source,
      boolean lossless,
      BasicMetadata keptMetadata,
      List<String> notes,
      Instant now) {
    return new Job(
        id,
        imageId,
        1,
        JobState.QUEUED,
        options,
        modelSha256,
        0,
        null,
        0,
        uploadName,
        source,
        lossless,
        keptMetadata,
        null,
        notes,
        null,
        now,
        null,
        null,
        null,
        Demand.UNKNOWN,
        0,
        null);
  }

  /**
   * The same work once more, with the finished result kept readable meanwhile; later than the run
   * before, whatever the clocks say.
   */
  public Job rerun(Instant now) {
    if (!state.isFinal()) {
      throw new IllegalStateException("a job that is " + state + " is joined, not run again");
    }
    return new Job(
        id,
        imageId,
        run + 1,
        JobState.QUEUED,
        options,
        modelSha256,
        0,
        null,
        0,
        uploadName,
        source,
        lossless,
        keptMetadata,
        result,
        notes,
        engine,
        now.isAfter(createdAt) ? now : createdAt.plusMillis(1),
        null,
        null,
        null,
        demand,
        revision + 1,
        null);
  }

  /** A worker begins the next attempt. */
  public Job attemptStarted(Instant now) {
    return changed(JobState.RUNNING, 0, null, attempts + 1, now, null, null);
  }

  /**
   * @param done 0 to 1; smaller values than the present one are ignored
   */
  public Job progressed(double done, @Nullable Integer eta) {
    return changed(
        JobState.RUNNING, Math.max(progress, done), eta, attempts, startedAt, null, null);
  }

  /** The job as it is told while it waits: with the predicted seconds, the queue included. */
  public Job expectedIn(int seconds) {
    return told(seconds, uploadName, notes, demand, holder);
  }

  /** The job as one that {@code asking} waits for. */
  public Job demanded(Demand asking) {
    return told(etaSeconds, uploadName, notes, asking, holder);
  }

  /** The job as one that is being worked on for the message {@code taking}. */
  public Job heldBy(JobHolder taking) {
    return told(etaSeconds, uploadName, notes, demand, taking);
  }

  /** The job as it is told to one who sent the same picture under another name. */
  public Job toldAs(String name, List<String> toldNotes) {
    return told(etaSeconds, name, toldNotes, demand, holder);
  }

  /** A worker gives the job back unfinished: another attempt follows. */
  public Job handedBack() {
    return changed(JobState.QUEUED, 0, null, attempts, startedAt, null, null);
  }

  /** Nobody wants the result any more; what there is of the job is about to be erased. */
  public Job cancelled(Instant now) {
    return changed(JobState.CANCELLED, progress, null, attempts, startedAt, now, null);
  }

  public Job failed(JobError why, Instant now) {
    return changed(JobState.FAILED, progress, null, attempts, startedAt, now, why);
  }

  /**
   * The end of the work; who waited for it is not kept longer.
   *
   * @param workNotes what the worker did to the picture, appended to the notes of the upload
   */
  public Job done(ResultImage made, List<String> workNotes, String madeBy, Instant now) {
    requireNext(JobState.DONE);
    List<String> allNotes = new ArrayList<>(notes);
    workNotes.stream().filter(note -> !allNotes.contains(note)).forEach(allNotes::add);
    return new Job(
        id,
        imageId,
        run,
        JobState.DONE,
        options,
        modelSha256,
        1,
        0,
        attempts,
        uploadName,
        source,
        lossless,
        keptMetadata,
        made,
        allNotes,
        madeBy,
        createdAt,
        startedAt,
        now,
        null,
        Demand.UNKNOWN,
        revision + 1,
        holder);
  }

  /** Whether both are accounts of one attempt, or of one wait between two, that is not over. */
  public boolean isSameAttempt(Job other) {
    return !state.isFinal()
        && run == other.run
        && attempts == other.attempts
        && createdAt.equals(other.createdAt);
  }

  private Job changed(
      JobState next,
      double newProgress,
      @Nullable Integer eta,
      int newAttempts,
      @Nullable Instant started,
      @Nullable Instant finished,
      @Nullable JobError why) {
    requireNext(next);
    return new Job(
        id,
        imageId,
        run,
        next,
        options,
        modelSha256,
        newProgress,
        eta,
        newAttempts,
        uploadName,
        source,
        lossless,
        keptMetadata,
        result,
        notes,
        engine,
        createdAt,
        started,
        finished,
        why,
        demand,
        revision + 1,
        holder);
  }

  /** The job where it stands, with what does not belong to its state told anew. */
  private Job told(
      @Nullable Integer eta,
      String name,
      List<String> toldNotes,
      Demand newDemand,
      @Nullable JobHolder newHolder) {
    return new Job(
        id,
        imageId,
        run,
        state,
        options,
        modelSha256,
        progress,
        eta,
        attempts,
        name,
        source,
        lossless,
        keptMetadata,
        result,
        toldNotes,
        engine,
        createdAt,
        startedAt,
        finishedAt,
        error,
        newDemand,
        revision,
        newHolder);
  }

  private void requireNext(JobState next) {
    if (!state.canBecome(next)) {
      throw new IllegalStateException("a job that is " + state + " cannot become " + next);
    }
  }
}
