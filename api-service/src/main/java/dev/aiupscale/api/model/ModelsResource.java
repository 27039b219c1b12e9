package dev.aiupscale.api.model;

import dev.aiupscale.api.load.ModelTimes;
import dev.aiupscale.common.model.ModelCatalogue;
import dev.aiupscale.common.model.ModelDescriptor;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.ToDoubleFunction;

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
    ToDoubleFunction<ModelDescriptor> seconds = times.secondsPerMegapixel();
    return models.ids().stream().map(id -> ModelView.of(id, models, seconds)).toList();
  }
}
