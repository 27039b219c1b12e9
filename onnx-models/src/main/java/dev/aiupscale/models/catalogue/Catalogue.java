package dev.aiupscale.models.catalogue;

import java.util.List;
import java.util.stream.Stream;

/** Every model that can be fetched. */
public final class Catalogue {
  private Catalogue() {}

  public static List<CatalogueEntry> entries() {
    return Stream.of(DefaultCatalogue.entries(), OnDemandCatalogue.entries())
        .flatMap(List::stream)
        .toList();
  }
}
