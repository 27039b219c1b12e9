package dev.aiupscale.common.model;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The models that a deployment has, by id and native scale. */
public final class ModelCatalogue {
  /** The upscale factors that a request may ask for. */
  public static final List<Integer> SCALES = List.of(2, 3, 4, 8);

  private final Map<String, TreeMap<Integer, ModelDescriptor>> byId = new LinkedHashMap<>();

  public ModelCatalogue(List<ModelDescriptor> descriptors) {
    descriptors.stream()
        .sorted(
            Comparator.comparingDouble(ModelDescriptor::gflopPerMegapixel)
                .thenComparing(ModelDescriptor::id))
        .forEach(d -> byId.computeIfAbsent(d.id(), id -> new TreeMap<>()).put(d.scale(), d));
  }

  /** The ids, cheapest model first. */
  public List<String> ids() {
    return List.copyOf(byId.keySet());
  }

  /** The files of one model, smallest scale first; empty when the id is not known. */
  public List<ModelDescriptor> files(String id) {
    return List.copyOf(byId.getOrDefault(id, new TreeMap<>()).values());
  }

  /** The factors of {@link #SCALES} that a model reaches, natively or by reduction. */
  public List<Integer> reachableScales(String id) {
    return SCALES.stream().filter(scale -> choose(id, scale).isPresent()).toList();
  }

  /** The file that makes {@code scale}: that scale's own, else the next larger native one. */
  public Optional<ModelDescriptor> choose(String id, int scale) {
    return Optional.ofNullable(byId.get(id))
        .map(files -> files.ceilingEntry(scale))
        .map(Map.Entry::getValue);
  }

  /** The file with this hash, whatever its id. */
  public Optional<ModelDescriptor> bySha256(String sha256) {
    return byId.values().stream()
        .flatMap(files -> files.values().stream())
        .filter(d -> d.sha256().equals(sha256))
        .findFirst();
  }

  /** The native scales of a model. */
  public List<Integer> nativeScales(String id) {
    return files(id).stream().flatMapToInt(d -> IntStream.of(d.scale())).boxed().toList();
  }

  public boolean isEmpty() {
    return byId.isEmpty();
  }
}
