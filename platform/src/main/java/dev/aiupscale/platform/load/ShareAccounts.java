package dev.aiupscale.platform.load;

import java.time.Instant;
import java.util.function.UnaryOperator;

/** The accounts of all clients. They may vanish at any moment, and no method ever fails. */
public interface ShareAccounts {
  /**
   * Changes the client's account, as it is at {@code now}, in one step.
   *
   * @param change may be asked more than once
   * @return the account as it is then
   */
  ShareAccount change(String client, Instant now, UnaryOperator<ShareAccount> change);
}
