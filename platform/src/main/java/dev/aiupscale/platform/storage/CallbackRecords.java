package dev.aiupscale.platform.storage;

import dev.aiupscale.common.job.Callback;
import dev.aiupscale.common.job.JobId;
import dev.aiupscale.common.job.ObjectKeys;
import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.common.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who is to be told of jobs' ends: {@code callbacks/{jobId}/{run}-{hash of the URL}.json}. */
@ApplicationScoped
public class CallbackRecords {
  private static final Pattern KEY =
      Pattern.compile(Pattern.quote(ObjectKeys.callbacks()) + "([0-9a-f]{64})/.*");

  private final Records<Callback> records;
  private final ObjectStore store;

  public CallbackRecords(ObjectStore store) {
    this.store = store;
    this.records = new Records<>(store, Callback.class);
  }

  /** One record's place, which tells its job without being read. */
  public record Entry(JobId jobId, String key) {}

  /** Writes it, over the same wish of an earlier request. */
  public void put(Callback callback) {
    String url = Sha256.of(callback.url().toString().getBytes(StandardCharsets.UTF_8));
    String name = callback.run() + "-" + url.substring(0, 32);
    store.put(
        ObjectKeys.callback(callback.jobId(), name), "application/json", Json.write(callback));
  }

  /** Those that nobody took yet; 1,000 at most. */
  public List<Entry> list() {
    return store.list(ObjectKeys.callbacks()).stream()
        .map(KEY::matcher)
        .filter(Matcher::matches)
        .map(key -> new Entry(new JobId(key.group(1)), key.group()))
        .toList();
  }

  public Optional<Versioned<Callback>> find(Entry entry) {
    return records.find(entry.key());
  }

  /** Writes {@code callback} over the version that {@code seen} is; empty when that is outdated. */
  public Optional<Versioned<Callback>> replace(
      Entry entry, Versioned<Callback> seen, Callback callback) {
    return records.replace(entry.key(), seen, callback);
  }

  public void delete(Entry entry) {
    store.delete(entry.key());
  }
}
