package dev.aiupscale.api.picture;

import java.util.Optional;

/** A picture that is there to be read. */
public interface StoredPicture {
  /** Size of the whole. */
  long bytes();

  /**
   * @param range within the whole; the whole when empty
   */
  Picture open(Optional<ByteRange> range);
}
