package dev.aiupscale.models.tfjs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiupscale.common.json.Json;
import dev.aiupscale.models.network.Network;
import dev.aiupscale.models.network.NetworkBuilder;
import dev.aiupscale.models.network.ValueRange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Reads a TF.js layers model: a Keras topology in {@code model.json} and shards of weights. */
public final class LayersModelReader {
  private static final String TOPOLOGY = "model.json";

  private LayersModelReader() {}

  /**
   * @param files the model's directory, by file name
   * @throws IOException when they are not a layers model
   * @throws IllegalArgumentException when the model has a layer or a setting that is not supported
   */
  public static Network read(Map<String, byte[]> files, ValueRange range) throws IOException {
    byte[] json = files.get(TOPOLOGY);
    if (json == null) {
      throw new IOException("the model has no " + TOPOLOGY);
    }
    JsonNode root = Json.read(json, JsonNode.class);
    JsonNode config = root.at("/modelTopology/model_config/config");
    Layers layers =
        new Layers(
            new NetworkBuilder(config.at("/input_layers/0/0").asText()),
            WeightShards.read(root.path("weightsManifest"), files));
    for (JsonNode layer : config.path("layers")) {
      layers.add(
          layer.path("class_name").asText(),
          layer.path("name").asText(),
          layer.path("config"),
          inputs(layer));
    }
    return layers.builder().build(config.at("/output_layers/0/0").asText(), range);
  }

  private static List<String> inputs(JsonNode layer) {
    return StreamSupport.stream(layer.at("/inbound_nodes/0").spliterator(), false)
        .map(inbound -> inbound.path(0).asText())
        .toList();
  }
}
