package dev.aiupscale.platform.storage;

import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An object that is being written. It takes its place whole when it is committed; until then
 * whatever is under its key stays readable, and closed before that it leaves nothing behind.
 */
public abstract class ObjectUpload extends OutputStream {
  /**
   * Ends the object and puts it in its place, if what is there still has {@code expectedEtag}; null
   * means that nothing may be there yet. May be tried again when it was not.
   *
   * @return whether it is in its place, as opposed to somebody else who was faster
   */
  public abstract boolean commitOver(@Nullable String expectedEtag);

  @Override
  public abstract void close();
}
