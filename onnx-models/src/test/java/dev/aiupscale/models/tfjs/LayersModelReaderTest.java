package dev.aiupscale.models.tfjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiupscale.models.network.Network;
import dev.aiupscale.models.network.Node;
import dev.aiupscale.models.network.Operation;
import dev.aiupscale.models.network.ValueRange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayersModelReaderTest {
  private static final String CONVOLUTION =
      layer(
          "Conv2D",
          "conv",
          "'filters':2,'kernel_size':[1,1],'strides':[1,1],'padding':'same','activation':'relu'",
          "in");

  @Test
  void turnsAKernelToOutputChannelFirstAndJoinsTheShards() throws IOException {
    Network network = read(CONVOLUTION, "conv", floats(1, 2, 3, 4, 5), floats(6, 10, 20));

    Operation.Convolution convolution = (Operation.Convolution) network.nodes().get(0).operation();
    assertThat(convolution.weights()).containsExactly(1, 3, 5, 2, 4, 6);
    assertThat(convolution.bias()).containsExactly(10, 20);
    assertThat(network.nodes().get(1))
        .isEqualTo(new Node("conv", new Operation.Relu(), List.of("conv/linear")));
  }

  @Test
  void knowsTheLayersOfTheFamily() throws IOException {
    String layers =
        String.join(
            ",",
            CONVOLUTION,
            layer("MultiplyBeta", "beta", "", "in"),
            layer("Add", "sum", "", "in", "beta"),
            layer("Concatenate", "joined", "'axis':3", "sum", "in"),
            layer("PixelShuffle4x", "large", "", "joined"),
            layer("UpSampling2D", "larger", "'size':[2,2],'interpolation':'nearest'", "large"));

    Network network = read(layers, "larger", floats(1, 2, 3, 4, 5), floats(6, 10, 20));

    assertThat(network.nodes().subList(2, 7))
        .containsExactly(
            new Node("beta", new Operation.Multiplication(0.2f), List.of("in")),
            new Node("sum", new Operation.Addition(), List.of("in", "beta")),
            new Node("joined", new Operation.Concatenation(), List.of("sum", "in")),
            new Node(
                "large",
                new Operation.DepthToSpace(4, Operation.ChannelOrder.DCR),
                List.of("joined")),
            new Node("larger", new Operation.NearestUpsampling(2), List.of("large")));
    assertThat(network.scale()).isEqualTo(8);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    byte[] first = floats(1, 2, 3, 4, 5);
    byte[] second = floats(6, 10, 20);

    assertThatThrownBy(() -> read(layer("Dense", "d", "", "in"), "d", first, second))
        .hasMessage("layer type Dense is not supported");
    assertThatThrownBy(
            () ->
                read(
                    CONVOLUTION.replace("'strides':[1,1]", "'strides':[2,2]"),
                    "conv",
                    first,
                    second))
        .hasMessage("layer conv: this strides is not supported");
    assertThatThrownBy(() -> read(CONVOLUTION, "conv", first, new byte[0]))
        .hasMessage("the shards end before weight conv/kernel");
    assertThatThrownBy(() -> read(CONVOLUTION, "conv", first, floats(1, 2, 3, 4)))
        .hasMessage("the shards hold 4 bytes too many");
  }

  private static Network read(String layers, String output, byte[] first, byte[] second)
      throws IOException {
    String json =
        """
        {'modelTopology':{'model_config':{'config':{
          'input_layers':[['in',0,0]],'output_layers':[['%s',0,0]],
          'layers':[{'class_name':'InputLayer','name':'in','inbound_nodes':[]},%s]}}},
         'weightsManifest':[{'paths':['a.bin','b.bin'],'weights':[
          {'name':'conv/kernel','shape':[1,1,3,2],'dtype':'float32'},
          {'name':'conv/bias','shape':[2],'dtype':'float32'}]}]}
        """
            .formatted(output, layers)
            .replace('\'', '"');
    return LayersModelReader.read(
        Map.of(
            "model.json", json.getBytes(StandardCharsets.UTF_8), "a.bin", first, "b.bin", second),
        ValueRange.ZERO_TO_255);
  }

  private static String layer(String type, String name, String config, String... inputs) {
    String inbound = "['" + String.join("',0,0,{}],['", inputs) + "',0,0,{}]";
    return "{'class_name':'%s','name':'%s','config':{%s},'inbound_nodes':[[%s]]}"
        .formatted(type, name, config, inbound);
  }

  private static byte[] floats(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }
}
