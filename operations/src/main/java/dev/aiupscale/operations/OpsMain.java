package dev.aiupscale.operations;

import dev.aiupscale.common.job.UpscaleException;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Map;

/** What {@code ./ops} runs: one command, then the end. */
@QuarkusMain
public class OpsMain implements QuarkusApplication {
  private static final String USAGE =
      """
      ./ops dead      lists the dead letters, each with its job and the reason
      ./ops redrive   runs the failed jobs of dead letters again; poison stays
      """;

  private final DeadLetters letters;

  public OpsMain(DeadLetters letters) {
    this.letters = letters;
  }

  @Override
  public int run(String... args) {
    try {
      return switch (args.length == 1 ? args[0] : "") {
        case "dead" -> dead();
        case "redrive" -> redrive();
        default -> usage();
      };
    } catch (UpscaleException e) {
      System.err.println(e.detail());
      return 1;
    }
  }

  private int dead() {
    letters.list().forEach(letter -> System.out.println(letter.line()));
    return 0;
  }

  private int redrive() {
    for (Map.Entry<Fate, Integer> fate : letters.redrive().entrySet()) {
      System.out.printf("%d %s%n", fate.getValue(), fate.getKey().words());
    }
    return 0;
  }

  private static int usage() {
    System.err.print(USAGE);
    return 2;
  }
}
