package dev.aiupscale.models.command;

import dev.aiupscale.models.ModelsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code ./models}: which models there are, and what becomes of them here. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = "Lists, fetches, verifies and adds the models that pictures are upscaled with.",
    subcommands = {ListModels.class, FetchModels.class, VerifyModels.class, AddModel.class},
    footer = {"", "Exit codes: 0 all fine, 1 something failed, 2 not understood."})
public final class ModelsCommand {
  private ModelsCommand() {}

  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, arguments));
  }

  /** Returns the exit status: 0 done, 1 failed, 2 wrongly called. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new ModelsCommand())
        // ./models says where models are; whoever says it again means theirs.
        .setOverwrittenOptionsAllowed(true)
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler((failure, line, parsed) -> failed(failure, err))
        .execute(arguments);
  }

  /** What failed, in one line; what nobody foresaw, whole. */
  private static int failed(Exception failure, PrintWriter err) throws Exception {
    if (failure instanceof ModelsException) {
      err.println(failure.getMessage());
    } else if (failure instanceof IOException) {
      err.println("the models could not be made: " + failure);
    } else {
      throw failure;
    }
    return CommandLine.ExitCode.SOFTWARE;
  }
}
