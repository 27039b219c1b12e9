package dev.aiupscale.e2e.chaos;

import java.util.ArrayList;
import java.util.List;

/** All calls of all clients, and what follows from them for the end. */
final class History {
  private final List<Call> calls = new ArrayList<>();

  synchronized Call begin(Call.Kind kind, String job) {
    Call call = new Call(kind, job);
    calls.add(call);
    return call;
  }

  /** Whether a client was told that the job exists, and nobody may have erased it since. */
  boolean mustExist(String job) {
    return isSettled(job, Call.Kind.SUBMIT, Call.Kind.ERASE);
  }

  /** Whether a client was told that the job is gone, and nobody may have sent it since. */
  boolean mustBeGone(String job) {
    return isSettled(job, Call.Kind.ERASE, Call.Kind.SUBMIT);
  }

  synchronized long accepted(Call.Kind kind) {
    return calls.stream().filter(call -> call.is(kind) && call.isAccepted()).count();
  }

  private synchronized boolean isSettled(String job, Call.Kind kind, Call.Kind against) {
    List<Call> ofJob = calls.stream().filter(call -> call.isAbout(job)).toList();
    return ofJob.stream()
        .filter(call -> call.is(kind) && call.isAccepted())
        .anyMatch(
            call -> ofJob.stream().noneMatch(other -> other.is(against) && other.mayFollow(call)));
  }
}
