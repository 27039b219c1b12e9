package dev.aiupscale.api.access;

import dev.aiupscale.common.job.Sha256;

/**
 * What is known of a key.
 *
 * @param tenant a name; several keys can be one tenant's
 * @param sha256 of the key, which is itself kept nowhere
 * @param uploadsPerMinute that may be sent with it for long
 * @param share the part of the queue that its tenant can fill
 */
record ApiKey(String tenant, String sha256, double uploadsPerMinute, double share) {
  ApiKey {
    if (!tenant.matches("[\\w.-]{1,64}")) {
      throw new IllegalArgumentException("a tenant's name is letters, digits, '.', '-' and '_'");
    }
    if (!Sha256.isHex(sha256)) {
      throw new IllegalArgumentException("the hash of " + tenant + "'s key is no SHA-256");
    }
    if (!(uploadsPerMinute > 0)) {
      throw new IllegalArgumentException(tenant + "'s uploads a minute are no number above 0");
    }
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(tenant + "'s share is not above 0 and at most 1");
    }
  }
}
