package dev.aiupscale.models.tfjs;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/** Takes a model's weights out of its shards: little-endian float32, one after the other. */
final class WeightShards {
  private WeightShards() {}

  /** The weights by name, in Keras' order of dimensions. */
  static Map<String, float[]> read(JsonNode manifest, Map<String, byte[]> files)
      throws IOException {
    Map<String, float[]> weights = new HashMap<>();
    for (JsonNode group : manifest) {
      ByteBuffer bytes = join(group.path("paths"), files);
      for (JsonNode weight : group.path("weights")) {
        weights.put(weight.path("name").asText(), floats(weight, bytes));
      }
      if (bytes.hasRemaining()) {
        throw new IOException("the shards hold " + bytes.remaining() + " bytes too many");
      }
    }
    return weights;
  }

  private static ByteBuffer join(JsonNode paths, Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (JsonNode path : paths) {
      byte[] shard = files.get(path.asText());
      if (shard == null) {
        throw new IOException("the shard " + path.asText() + " is missing");
      }
      joined.write(shard);
    }
    return ByteBuffer.wrap(joined.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static float[] floats(JsonNode weight, ByteBuffer bytes) throws IOException {
    String name = weight.path("name").asText();
    if (!weight.path("dtype").asText().equals("float32") || weight.has("quantization")) {
      throw new IllegalArgumentException("weight " + name + ": only plain float32 is supported");
    }
    long count = 1;
    for (JsonNode side : weight.path("shape")) {
      count = Math.multiplyExact(count, side.asLong());
    }
    if (count * Float.BYTES > bytes.remaining()) {
      throw new IOException("the shards end before weight " + name);
    }
    float[] values = new float[(int) count];
    bytes.asFloatBuffer().get(values);
    bytes.position(bytes.position() + values.length * Float.BYTES);
    return values;
  }
}
