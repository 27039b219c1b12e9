package dev.aiupscale.cli;

import dev.aiupscale.cli.batch.Asked;
import dev.aiupscale.cli.batch.Batch;
import dev.aiupscale.cli.batch.ExitCode;
import dev.aiupscale.cli.batch.PredictFile;
import dev.aiupscale.cli.batch.TryFile;
import dev.aiupscale.cli.batch.UpscaleFile;
import dev.aiupscale.cli.batch.Way;
import dev.aiupscale.cli.find.FoundPictures;
import dev.aiupscale.cli.find.PictureFinder;
import dev.aiupscale.cli.out.OutFolder;
import dev.aiupscale.cli.report.Report;
import dev.aiupscale.cli.report.Style;
import dev.aiupscale.cli.server.Retry;
import dev.aiupscale.cli.server.UpscaleServer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code ./upscale}: sends pictures to a server and saves what comes back. */
@Command(
    name = "upscale",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = "Makes pictures bigger and sharp, at a server of AI Upscale.",
    footer = {
      "",
      "Run it again after Ctrl-C or a failure: what is done is skipped, the rest is done.",
      "Exit codes: 0 all fine, 1 some failed, 2 not understood, 130 Ctrl-C."
    })
public final class UpscaleCommand implements Callable<Integer> {
  private static final Duration STALL_LIMIT = Duration.ofSeconds(60);
  private static final int MAX_JOBS = 64;
  private static final Clock CLOCK = Clock.systemUTC();

  @Parameters(arity = "1..*", paramLabel = "FILES", description = "Pictures, or folders of them.")
  private List<Path> inputs = List.of();

  @Option(
      names = {"-r", "--recursive"},
      description = "Folders in folders, too.")
  private boolean recursive;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      defaultValue = "upscaled",
      description = "Where results go (${DEFAULT-VALUE}).")
  private Path out = Path.of("upscaled");

  @Option(
      names = "--server",
      paramLabel = "URL",
      defaultValue = "http://localhost:8080",
      converter = ServerAddress.class,
      description = "Who does it (${DEFAULT-VALUE}).")
  private URI server = URI.create("http://localhost:8080");

  @Option(
      names = "--key",
      paramLabel = "KEY",
      defaultValue = "${env:UPSCALE_KEY:-}",
      showDefaultValue = CommandLine.Help.Visibility.NEVER,
      description = "What opens the server, where it has keys. Better in UPSCALE_KEY.")
  private String key = "";

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      defaultValue = "2",
      description = "Pictures in flight, 1 to " + MAX_JOBS + " (${DEFAULT-VALUE}).")
  private int jobs;

  @Mixin private FormOptions form = new FormOptions();

  @Option(
      names = "--ignore-cache",
      description = "Do it though it was done before, here or at the server.")
  private boolean again;

  @Option(
      names = {"-n", "--dry-run"},
      description =
          "Send pictures, but only to hear what would come of them and how long it takes.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print one JSON object a picture to standard output.")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "Tell of failures alone.")
  private boolean quiet;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final PrintStream programs;
  private final PrintStream people;
  private final Retry.Sleep sleep;

  /**
   * @param programs standard output
   * @param people standard error
   */
  UpscaleCommand(PrintStream programs, PrintStream people, Retry.Sleep sleep) {
    this.programs = programs;
    this.people = people;
    this.sleep = sleep;
  }

  public static void main(String[] args) {
    PrintStream programs = stream(FileDescriptor.out);
    PrintStream people = stream(FileDescriptor.err);
    UpscaleCommand command =
        new UpscaleCommand(programs, people, pause -> Thread.sleep(pause.toMillis()));
    System.exit(command.execute(args));
  }

  int execute(String... args) {
    return new CommandLine(this)
        .setParameterExceptionHandler(this::explain)
        .setOut(new PrintWriter(programs, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(people, true, StandardCharsets.UTF_8))
        .execute(args);
  }

  private int explain(ParameterException wrong, String[] args) {
    people.println(wrong.getMessage());
    people.println("./upscale --help tells what can be asked for.");
    return ExitCode.USAGE;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (jobs < 1 || jobs > MAX_JOBS) {
      throw wrong("--jobs is a number from 1 to " + MAX_JOBS + ".");
    }
    if (!key.matches("[!-~]*")) {
      throw wrong("--key has characters that no key has.");
    }
    FoundPictures found = found();
    if (found.sources().isEmpty()) {
      found.notices().forEach(people::println);
      throw wrong("There is no picture in what was named" + (recursive ? "." : "; --recursive?"));
    }
    if (dryRun) {
      return goThrough(
          found,
          (retry, report) -> new PredictFile(server(), retry, asked(), report, CLOCK),
          () -> {});
    }
    try (OutFolder folder = folder()) {
      return goThrough(
          found,
          (retry, report) -> new UpscaleFile(server(), retry, folder, asked(), report, CLOCK),
          () -> tidyUp(folder));
    }
  }

  /** Makes what is done with each picture. */
  private interface Ways {
    Way with(Retry retry, Report report);
  }

  private UpscaleServer server() {
    return new UpscaleServer(server, key.isEmpty() ? null : key, STALL_LIMIT);
  }

  private Asked asked() {
    return new Asked(form.fields(), again);
  }

  private int goThrough(FoundPictures found, Ways ways, Runnable tidyUp)
      throws InterruptedException {
    Style style =
        Style.of(
            quiet, Integer.getInteger("upscale.rows", 0), Integer.getInteger("upscale.columns", 0));
    Batch batch;
    try (Report report =
        new Report(found.sources(), people, style, json ? programs : null, CLOCK)) {
      found.notices().forEach(report::notice);
      Retry retry = new Retry(sleep, () -> ThreadLocalRandom.current().nextDouble());
      TryFile work = new TryFile(ways.with(retry, report), CLOCK);
      batch = new Batch(found.sources(), jobs, work, report);
      try (OnSignal signal = new OnSignal(() -> interrupted(batch, report, tidyUp))) {
        batch.run();
      }
    }
    batch.reasonToHalt().ifPresent(people::println);
    return batch.exitCode();
  }

  private void interrupted(Batch batch, Report report, Runnable tidyUp) {
    batch.stop();
    report.close();
    tidyUp.run();
    people.println("Interrupted. The same command goes on from here.");
  }

  private void tidyUp(OutFolder folder) {
    try {
      folder.deleteParts();
    } catch (IOException e) {
      people.println("Some files in the folder .upscale could not be deleted: " + e);
    }
  }

  private FoundPictures found() throws IOException {
    try {
      return new PictureFinder(recursive, out).find(inputs);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private OutFolder folder() {
    try {
      return OutFolder.open(out);
    } catch (IllegalStateException e) {
      throw wrong(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw wrong("Nothing can be written to '" + out + "': " + e);
    }
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
