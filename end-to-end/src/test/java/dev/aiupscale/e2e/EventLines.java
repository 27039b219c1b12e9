package dev.aiupscale.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiupscale.common.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;

/** The jobs that a stream of server-sent events has told of so far. */
final class EventLines implements Flow.Subscriber<String> {
  private static final String DATA = "data:";

  private final List<JsonNode> jobs = new ArrayList<>();

  synchronized List<JsonNode> jobs() {
    return List.copyOf(jobs);
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public synchronized void onNext(String line) {
    if (line.startsWith(DATA)) {
      try {
        byte[] json = line.substring(DATA.length()).getBytes(StandardCharsets.UTF_8);
        jobs.add(Json.read(json, JsonNode.class));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void onError(Throwable cause) {
    // A stream that is torn has told what it has told.
  }

  @Override
  public void onComplete() {
    // Nothing is left to be told.
  }
}
