package dev.aiupscale.api.model;

import dev.aiupscale.common.model.ModelCatalogue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Tells which models there are. */
@Path("/api/v1/models")
@Produces(MediaType.APPLICATION_JSON)
public class ModelsResource {
  private final ModelCatalogue models;

  public ModelsResource(ModelCatalogue models) {
    this.models = models;
  }

  @GET
  public List<ModelView> list() {
    return models.ids().stream().map(id -> ModelView.of(id, models)).toList();
  }
}
