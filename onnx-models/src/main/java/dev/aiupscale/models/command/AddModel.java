package dev.aiupscale.models.command;

import ai.onnxruntime.OrtException;
import dev.aiupscale.models.Conversion;
import dev.aiupscale.models.ModelsDirectory;
import dev.aiupscale.models.catalogue.Catalogue;
import dev.aiupscale.models.own.OwnModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code add FILE --id ID}: takes in a model of one's own. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = {
      "Takes in an ONNX export of an upscaler: float or float16 [1, 3, H, W] RGB of 0 to 1 in,",
      "the same larger out. It is run to find its scale, the multiple that its sides need, its halo",
      "and its work; what does not fit is refused with the reason. Restart the services after it."
    })
final class AddModel implements Callable<Integer> {
  private static final String ID = "[a-z0-9][a-z0-9-]{1,39}";

  @Mixin private Places places = new Places();

  @Parameters(paramLabel = "FILE", description = "The ONNX file.")
  private Path file = Path.of("");

  @Option(
      names = "--id",
      required = true,
      paramLabel = "ID",
      description = "What requests call it: small letters, digits and hyphens.")
  private String id = "";

  @Option(
      names = "--scale",
      paramLabel = "N",
      description = "Refuse the file if it enlarges by another factor.")
  private Optional<Integer> scale = Optional.empty();

  @Option(
      names = "--licence",
      paramLabel = "SPDX",
      defaultValue = "LicenseRef-unknown",
      description = "The weights' licence (${DEFAULT-VALUE}).")
  private String licence = "LicenseRef-unknown";

  @Option(
      names = "--description",
      paramLabel = "TEXT",
      defaultValue = "A model of this service's own.",
      description = "One sentence for who has to choose.")
  private String description = "A model of this service's own.";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, OrtException {
    requireId();
    Conversion model = OwnModel.of(read(), file.getFileName().toString(), id, licence, description);
    int found = model.descriptor().scale();
    if (scale.isPresent() && scale.get() != found) {
      throw wrong(file + " was not added: it enlarges by " + found + ", not by " + scale.get());
    }
    new ModelsDirectory(places.directory()).write(model);
    spec.commandLine().getOut().println("added " + OwnModel.told(model.descriptor()));
    return 0;
  }

  private void requireId() {
    if (!id.matches(ID)) {
      throw wrong("--id: 2 to 40 small letters, digits and hyphens, not '" + id + "'");
    }
    if (Catalogue.entries().stream().anyMatch(entry -> entry.id().equals(id))) {
      throw wrong("--id: " + id + " is a model of the catalogue; choose another");
    }
  }

  private byte[] read() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw wrong("there is no file " + file);
    }
    return Files.readAllBytes(file);
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
