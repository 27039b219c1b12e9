package dev.aiupscale.api.model;

import dev.aiupscale.api.load.ModelTimes;
import dev.aiupscale.common.model.ModelCatalogue;
import io.smallrye.common.annotation.Blocking;
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
  private final ModelTimes times;

  public ModelsResource(ModelCatalogue models, ModelTimes times) {
    this.models = models;
    this.times = times;
  }

  @GET
  @Blocking
  public List<ModelView> list() {
    return models.ids().stream().map(id -> ModelView.of(id, models, times)).toList();
  }
}
