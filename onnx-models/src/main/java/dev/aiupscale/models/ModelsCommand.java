package dev.aiupscale.models;

import dev.aiupscale.models.catalogue.CatalogueEntry;
import dev.aiupscale.models.catalogue.DefaultCatalogue;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** {@code fetch [--dir DIR] [--cache DIR] [ID…]}: fetches and converts models. */
public final class ModelsCommand {
  private static final String USAGE = "usage: fetch [--dir DIR] [--cache DIR] [ID…]";
  private static final Path DEFAULT_DIRECTORY = Path.of(".data", "models");

  private ModelsCommand() {}

  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  /** Returns the exit status: 0 done, 1 failed, 2 wrongly called. */
  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    try {
      Request request = parse(new ArrayDeque<>(arguments));
      new ModelFetcher(request.directory(), request.cache(), out::println)
          .fetch(choose(request.ids()));
      return 0;
    } catch (UsageException e) {
      err.println(e.getMessage());
      return 2;
    } catch (ModelsException e) {
      err.println(e.getMessage());
      return 1;
    } catch (IOException e) {
      err.println("the models could not be made: " + e);
      return 1;
    }
  }

  private record Request(Path directory, Path cache, List<String> ids) {}

  private static final class UsageException extends RuntimeException {
    UsageException(String line) {
      super(line);
    }
  }

  private static Request parse(Deque<String> arguments) {
    if (!"fetch".equals(arguments.poll())) {
      throw new UsageException(USAGE);
    }
    Path directory = DEFAULT_DIRECTORY;
    Path cache = null;
    List<String> ids = new ArrayList<>();
    while (!arguments.isEmpty()) {
      String argument = arguments.remove();
      if (argument.equals("--dir")) {
        directory = path(arguments);
      } else if (argument.equals("--cache")) {
        cache = path(arguments);
      } else if (argument.startsWith("-")) {
        throw new UsageException(USAGE);
      } else {
        ids.add(argument);
      }
    }
    return new Request(directory, cache == null ? directory.resolve("packages") : cache, ids);
  }

  private static Path path(Deque<String> arguments) {
    if (arguments.isEmpty()) {
      throw new UsageException(USAGE);
    }
    return Path.of(arguments.remove());
  }

  private static List<CatalogueEntry> choose(List<String> ids) {
    List<CatalogueEntry> all = DefaultCatalogue.entries();
    List<String> known = all.stream().map(CatalogueEntry::id).distinct().toList();
    for (String id : ids) {
      if (!known.contains(id)) {
        throw new UsageException(
            "no model is named " + id + "; there are " + String.join(", ", known));
      }
    }
    return all.stream().filter(entry -> ids.isEmpty() || ids.contains(entry.id())).toList();
  }
}
