package dev.aiupscale.api.access;

import dev.aiupscale.common.job.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * Whose pictures and jobs they are. A tenant's ids begin with its own mark, so that two tenants
 * share nothing, and whose an id is can be seen from it; without keys there is one tenant, whose
 * ids are the hashes alone.
 */
public record Tenant(String mark) {
  /** Everybody, where there are no keys. */
  public static final Tenant ALL = new Tenant("");

  private static final int MARK_LENGTH = 16;

  static Tenant named(String name) {
    String hash = Sha256.of(("tenant " + name).getBytes(StandardCharsets.UTF_8));
    return new Tenant(hash.substring(0, MARK_LENGTH));
  }

  /**
   * The tenant's own id for what a hash names.
   *
   * @param hash 64 hexadecimal digits
   */
  public String own(String hash) {
    return mark + hash.substring(mark.length());
  }

  /** Whether an id is the tenant's own. */
  public boolean owns(String id) {
    return id.startsWith(mark);
  }
}
