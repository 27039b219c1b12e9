package dev.aiupscale.platform.storage;

/**
 * A record is not what this version can read: garbage, or of a newer version. Trying again does not
 * help; the record is left for an operator.
 */
public final class UnreadableRecordException extends RuntimeException {
  UnreadableRecordException(String key, Throwable cause) {
    super("the record " + key + " is not readable", cause);
  }
}
