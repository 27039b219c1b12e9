package dev.aiupscale.platform.storage;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import java.io.IOException;
import java.io.InputStream;

/** An object that is being read. */
public record ObjectStream(ObjectFacts facts, InputStream content) implements AutoCloseable {
  StoredBytes readAll() {
    try (content) {
      return new StoredBytes(content.readAllBytes(), facts.etag());
    } catch (IOException e) {
      throw new UpscaleException(
          ErrorCode.STORAGE_UNAVAILABLE, "The store broke off while it was read.", e);
    }
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
