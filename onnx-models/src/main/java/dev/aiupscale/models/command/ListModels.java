package dev.aiupscale.models.command;

import ai.onnxruntime.OrtException;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.models.ModelsDirectory;
import dev.aiupscale.models.catalogue.Catalogue;
import dev.aiupscale.models.catalogue.CatalogueEntry;
import dev.aiupscale.models.run.OnnxModel;
import dev.aiupscale.models.run.Pace;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code list}: a line for each model and scale, those of one's own included. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the catalogue, and what is installed beside it.")
final class ListModels implements Callable<Integer> {
  private static final String ROW = "%-24s %5s  %-13s %8s  %9s  %6s  %10s  %8s";
  private static final String UNKNOWN = "-";

  @Mixin private Places places = new Places();

  @Option(
      names = "--time",
      description = "Runs each installed model on a tile: its seconds a megapixel, here and now.")
  private boolean time;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, OrtException {
    PrintWriter out = spec.commandLine().getOut();
    ModelsDirectory directory = new ModelsDirectory(places.directory());
    out.println(
        row(
            "model",
            "scale",
            "licence",
            "download",
            "installed",
            "halo px",
            "GFLOP/Mpx",
            time ? "s/Mpx" : ""));
    for (CatalogueEntry entry : Catalogue.entries()) {
      out.println(row(entry, directory));
    }
    for (ModelDescriptor own : own(directory)) {
      out.println(row(own, UNKNOWN, directory));
    }
    return 0;
  }

  private static List<ModelDescriptor> own(ModelsDirectory directory) throws IOException {
    List<String> published = Catalogue.entries().stream().map(CatalogueEntry::name).toList();
    List<ModelDescriptor> own = new ArrayList<>(directory.descriptors());
    own.removeIf(model -> published.contains(model.id() + "-x" + model.scale()));
    return own;
  }

  private String row(CatalogueEntry entry, ModelsDirectory directory)
      throws IOException, OrtException {
    String download = entry.weights().megabytes() + " MB";
    Optional<ModelDescriptor> installed = directory.descriptor(entry.name());
    if (installed.isPresent()) {
      return row(installed.get(), download, directory);
    }
    return row(
        entry.id(),
        String.valueOf(entry.scale()),
        entry.licence(),
        download,
        "no",
        String.valueOf(entry.halo()),
        UNKNOWN,
        time ? UNKNOWN : "");
  }

  private String row(ModelDescriptor model, String download, ModelsDirectory directory)
      throws IOException, OrtException {
    return row(
        model.id(),
        String.valueOf(model.scale()),
        model.licence(),
        download,
        "yes",
        String.valueOf(model.halo()),
        String.format(Locale.ROOT, "%.0f", model.gflopPerMegapixel()),
        time ? secondsPerMegapixel(model, directory) : "");
  }

  private static String secondsPerMegapixel(ModelDescriptor model, ModelsDirectory directory)
      throws IOException, OrtException {
    try (OnnxModel loaded = new OnnxModel(directory.onnx(model))) {
      return String.format(Locale.ROOT, "%.1f", Pace.secondsPerMegapixel(loaded));
    }
  }

  private static String row(Object... columns) {
    return String.format(Locale.ROOT, ROW, columns).stripTrailing();
  }
}
