package dev.aiupscale.api.direct;

import dev.aiupscale.common.job.UploadId;
import java.net.URI;
import java.time.Instant;

/**
 * Leave to put one file into the store, as clients see it.
 *
 * @param url takes the file as the body of a request with {@code method}
 * @param putBefore when the request has to have begun
 * @param expiresAt when the file goes
 */
public record DirectUpload(
    UploadId id, String method, URI url, long bytes, Instant putBefore, Instant expiresAt) {}
