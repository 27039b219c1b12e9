package dev.aiupscale.cli.batch;

import dev.aiupscale.cli.find.Source;
import dev.aiupscale.cli.report.Outcome;
import dev.aiupscale.cli.server.AwayException;
import dev.aiupscale.cli.server.RefusalException;
import java.io.IOException;
import java.time.Instant;

/** What is done with one picture. */
public interface Way {
  /**
   * @param start when it began
   * @throws IOException when a file cannot be read or written
   * @throws RefusalException when the server refuses the picture
   * @throws AwayException when there is no server
   */
  Outcome go(Source source, Instant start)
      throws IOException, InterruptedException, RefusalException, AwayException;
}
