package dev.aiupscale.worker.encode;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a picture in one format, pulling its rows as it goes. */
public interface ImageEncoder {
  void encode(RowSource rows, OutputStream out) throws IOException;
}
