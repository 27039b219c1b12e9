package dev.aiupscale.platform.load;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The accounts of the clients that this process has seen last. */
public final class LocalAccounts implements ShareAccounts {
  private static final int MOST_CLIENTS = 10_000;

  private final Map<String, ShareAccount> accounts =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ShareAccount> eldest) {
          return size() > MOST_CLIENTS;
        }
      };

  @Override
  public synchronized ShareAccount change(
      String client, Instant now, UnaryOperator<ShareAccount> change) {
    ShareAccount present = accounts.getOrDefault(client, ShareAccount.empty(now));
    ShareAccount changed = change.apply(present.passed(now));
    accounts.put(client, changed);
    return changed;
  }
}
