package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.job.Sha256;
import java.nio.ByteBuffer;

/** Names a tile by the SHA-256 of what the network sees of it, mirrored border included. */
record TileKey(ByteBuffer sha256) {
  static TileKey of(byte[] tensor) {
    return new TileKey(ByteBuffer.wrap(Sha256.digest().digest(tensor)).asReadOnlyBuffer());
  }

  /** A short name, for where a mistake is all but excluded otherwise. */
  int number() {
    return sha256.getInt(0);
  }
}
