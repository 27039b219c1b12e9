package dev.aiupscale.models;

/** A failure to fetch or convert a model, told in one line to the person who asked for it. */
public final class ModelsException extends RuntimeException {
  public ModelsException(String line) {
    super(line);
  }

  public ModelsException(String line, Throwable cause) {
    super(line, cause);
  }
}
