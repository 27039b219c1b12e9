package dev.aiupscale.platform.storage;

import java.io.OutputStream;

/**
 * An object that is being written. It takes its place whole when it is committed; until then
 * whatever is under its key stays readable, and closed before that it leaves nothing behind.
 */
public abstract class ObjectUpload extends OutputStream {
  /** Ends the object and puts it in its place. */
  public abstract void commit();

  @Override
  public abstract void close();
}
