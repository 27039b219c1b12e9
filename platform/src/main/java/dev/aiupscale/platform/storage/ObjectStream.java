package dev.aiupscale.platform.storage;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An object that is being read.
 *
 * @param facts of what is read: the object, or the part of it that was asked for
 * @param content fails when it breaks off
 */
public record ObjectStream(ObjectFacts facts, InputStream content) implements AutoCloseable {
  public ObjectStream {
    content = new WholeStream(content, facts.bytes());
  }

  StoredBytes readAll() {
    try (content) {
      return new StoredBytes(content.readAllBytes(), facts.etag());
    } catch (IOException e) {
      throw brokenOff(e);
    }
  }

  /**
   * Writes the object to a new file.
   *
   * @throws UpscaleException STORAGE_UNAVAILABLE when it breaks off
   */
  public void copyTo(Path target) {
    try {
      Files.copy(content, target);
    } catch (IOException e) {
      throw brokenOff(e);
    }
  }

  private static UpscaleException brokenOff(IOException cause) {
    return new UpscaleException(
        ErrorCode.STORAGE_UNAVAILABLE, "The store broke off while it was read.", cause);
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
