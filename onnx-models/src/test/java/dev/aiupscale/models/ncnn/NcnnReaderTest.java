package dev.aiupscale.models.ncnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiupscale.models.network.Network;
import dev.aiupscale.models.network.Node;
import dev.aiupscale.models.network.Operation;
import dev.aiupscale.models.network.ValueRange;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class NcnnReaderTest {
  private static final int HALF_TAG = 0x01306B47;
  private static final String INPUT = "Input in 0 1 data";

  @Test
  void readsSingleAndHalfPrecisionWeightsWithTheirPadding() {
    ByteBuffer bin = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    bin.putInt(0).putFloat(1.5f).putFloat(-2).putFloat(0.25f).putFloat(9);
    bin.putInt(HALF_TAG).putShort((short) 0x3c00).putShort((short) 0xc100).putShort((short) 1);
    bin.putShort((short) 0x7fff).putFloat(7).putFloat(8).putFloat(10);

    List<Node> nodes =
        read(
                bin,
                INPUT,
                "Convolution first 1 1 data a 0=1 1=1 5=1 6=3",
                "Convolution second 1 1 a b 0=3 1=1 5=1 6=3")
            .nodes();

    Operation.Convolution first = (Operation.Convolution) nodes.get(0).operation();
    assertThat(first.in()).isEqualTo(3);
    assertThat(first.weights()).containsExactly(1.5f, -2, 0.25f);
    assertThat(first.bias()).containsExactly(9);
    Operation.Convolution second = (Operation.Convolution) nodes.get(1).operation();
    assertThat(second.weights()).containsExactly(1, -2.5f, 0x1p-24f);
    assertThat(second.bias()).containsExactly(7, 8, 10);
  }

  @Test
  void putsAnActivationBehindItsConvolution() {
    ByteBuffer bin = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    bin.putInt(0).putFloat(1).putFloat(1).putFloat(1);

    Network network =
        read(bin, INPUT, "Convolution c 1 1 data out 0=1 1=1 6=3 9=2 -23310=1,2.000000e-01");

    assertThat(network.nodes())
        .extracting(Node::operation)
        .last()
        .isEqualTo(new Operation.LeakyRelu(0.2f));
    assertThat(network.output()).isEqualTo("out");
  }

  @Test
  void splitsAreOtherNamesAndCoefficientsBecomeProducts() {
    Network network =
        read(
            ByteBuffer.allocate(0),
            INPUT,
            "Split s 1 2 data a b",
            "Eltwise e 2 1 a b sum 0=1 -23301=2,2.000000e-01,1.000000e+00",
            "Concat c 2 1 sum a joined",
            "BinaryOp p 2 1 joined joined doubled",
            "PixelShuffle x 1 1 doubled large 0=2",
            "Interp i 1 1 large larger 0=1 1=2.0 2=2.0",
            "Interp j 1 1 larger largest 0=3 1=2.0 2=2.0");

    assertThat(network.nodes())
        .containsExactly(
            new Node("sum/term0", new Operation.Multiplication(0.2f), List.of("data")),
            new Node("sum", new Operation.Addition(), List.of("sum/term0", "data")),
            new Node("joined", new Operation.Concatenation(), List.of("sum", "data")),
            new Node("doubled", new Operation.Addition(), List.of("joined", "joined")),
            new Node(
                "large",
                new Operation.DepthToSpace(2, Operation.ChannelOrder.CRD),
                List.of("doubled")),
            new Node("larger", new Operation.NearestUpsampling(2), List.of("large")),
            new Node("largest", new Operation.BicubicUpsampling(2), List.of("larger")));
    assertThat(network.scale()).isEqualTo(8);
  }

  @Test
  void readsTheSlopesOfAParametricRelu() {
    ByteBuffer bin = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    bin.putFloat(0.1f).putFloat(-0.5f);

    Network network = read(bin, INPUT, "PReLU p 1 1 data out 0=2");

    assertThat(((Operation.ParametricRelu) network.nodes().get(0).operation()).slopes())
        .containsExactly(0.1f, -0.5f);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    ByteBuffer none = ByteBuffer.allocate(0);
    ByteBuffer quantized = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    quantized.putInt(0x000D4B38);

    assertThatThrownBy(() -> read(none, INPUT, "Swish s 1 1 data out"))
        .hasMessage("layer type Swish is not supported");
    assertThatThrownBy(() -> read(none, INPUT, "BinaryOp b 2 1 data data out 0=2"))
        .hasMessage("layer b: setting 0=[2.0] is not supported");
    assertThatThrownBy(() -> read(none, INPUT, "Convolution c 1 1 data out 0=1 1=3 3=2 4=1 6=27"))
        .hasMessage("layer c: setting 3=[2.0] is not supported");
    assertThatThrownBy(() -> read(quantized, INPUT, "Convolution c 1 1 data out 0=1 1=1 6=3"))
        .hasMessage("weights with the tag 0x000D4B38 are not supported");
  }

  @Test
  void refusesFilesThatAreDamaged() {
    ByteBuffer none = ByteBuffer.allocate(0);

    assertThatThrownBy(() -> NcnnReader.read(new byte[] {1}, new byte[0], ValueRange.ZERO_TO_ONE))
        .hasMessageStartingWith("not an ncnn network");
    assertThatThrownBy(() -> read(none, INPUT, "PReLU p 9 1 data out"))
        .hasMessageStartingWith("not a layer of an ncnn network");
    assertThatThrownBy(() -> read(none, INPUT, "PReLU p 1 1 data out 0=2"))
        .hasMessage("the weights end too early");
    assertThatThrownBy(() -> read(ByteBuffer.allocate(8), INPUT, "Split s 1 1 data out"))
        .hasMessage("8 bytes of weights are left over");
    assertThatThrownBy(() -> read(none, INPUT, "Split s 1 1 nowhere out"))
        .hasMessage("no value is named nowhere");
  }

  /** The bytes up to the buffer's position; a buffer that was not written to counts whole. */
  private static Network read(ByteBuffer bin, String... layers) {
    int length = bin.position() == 0 ? bin.capacity() : bin.position();
    byte[] weights = java.util.Arrays.copyOf(bin.array(), length);
    String param = "7767517\n" + layers.length + " 9\n" + String.join("\n", layers) + "\n";
    return NcnnReader.read(param.getBytes(StandardCharsets.UTF_8), weights, ValueRange.ZERO_TO_ONE);
  }
}
