package dev.aiupscale.models.command;

import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.models.ModelsDirectory;
import dev.aiupscale.models.verify.Verification;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify [ID…]}: whether what is installed is whole and does what it should. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks installed models: the files' digests, that each runs and enlarges by its scale,",
      "and, where the publisher ships a sample, that the result is at most one level off it."
    })
final class VerifyModels implements Callable<Integer> {
  @Mixin private Places places = new Places();

  @Parameters(paramLabel = "ID", description = "Models; none: all that are installed.")
  private List<String> ids = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    ModelsDirectory directory = new ModelsDirectory(places.directory());
    Verification verification = new Verification(directory, places.cache());
    int failures = 0;
    for (ModelDescriptor model : chosen(directory)) {
      Verification.Finding finding = verification.of(model);
      out.printf(
          "%-26s %s%n",
          model.id() + " ×" + model.scale(),
          finding.isFine()
              ? "ok: " + String.join(", ", finding.passed())
              : "WRONG: " + finding.problem());
      failures += finding.isFine() ? 0 : 1;
    }
    return failures == 0 ? 0 : 1;
  }

  private List<ModelDescriptor> chosen(ModelsDirectory directory) throws IOException {
    List<ModelDescriptor> installed = directory.descriptors();
    for (String id : ids) {
      if (installed.stream().noneMatch(model -> model.id().equals(id))) {
        throw new ParameterException(
            spec.commandLine(), id + " is not installed in " + places.directory());
      }
    }
    if (installed.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "no model is installed in " + places.directory());
    }
    return installed.stream().filter(model -> ids.isEmpty() || ids.contains(model.id())).toList();
  }
}
