package dev.aiupscale.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ForeignReachTest {
  private final OnnxGraph graph = new OnnxGraph();

  @Test
  void windowsAddUpInPixelsOfThePicture() {
    convolution("a", "picture", 5, 1, 1);
    convolution("b", "a", 3, 2, 1);
    String larger = graph.add("DepthToSpace", "larger", "b").with("blocksize", 2).done();
    convolution("c", larger, 3, 1, 1);
    graph.add("Relu", "result", "c").done();

    // 2, then 2 for the dilated one, then 1 of a grid that is twice as fine.
    assertThat(reach()).isEqualTo(OptionalInt.of(5));
  }

  @Test
  void strideAndItsUndoingCountByTheGridTheyWorkOn() {
    convolution("half", "picture", 3, 1, 2);
    convolution("deep", "half", 3, 1, 1);
    graph
        .add("ConvTranspose", "result", "deep", weights("t", 4))
        .with("kernel_shape", 4, 4)
        .with("strides", 2, 2)
        .with("pads", 1, 1, 1, 1)
        .done();

    // 1, then 1 of a grid that is twice as coarse, and ⌈2 / 2⌉ of it once more.
    assertThat(reach()).isEqualTo(OptionalInt.of(5));
  }

  @Test
  void theFartherOfTwoWaysCountsAndConstantsDoNot() {
    convolution("far", "picture", 9, 1, 1);
    convolution("near", "picture", 3, 1, 1);
    graph.add("Concat", "both", "far", "near").with("axis", 1).done();
    graph.add("Mul", "result", "both", graph.constant("factor", 2)).done();

    assertThat(reach()).isEqualTo(OptionalInt.of(4));
  }

  @Test
  void anEnlargementReachesAsFarAsItsTaps() {
    String scales = graph.constant("scales", new float[] {1, 1, 2, 2}, 4);
    graph.add("Resize", "result", "picture", "", scales).with("mode", "cubic").done();

    assertThat(reach()).isEqualTo(OptionalInt.of(2));
  }

  @Test
  void nothingIsSaidOfWhatSeesTheWholePicture() {
    String mean = graph.add("GlobalAveragePool", "mean", "picture").done();
    graph.add("Mul", "result", "picture", mean).done();

    assertThat(reach()).isEmpty();
  }

  private OptionalInt reach() {
    return ForeignReach.of(graph.builder().build(), "picture", "result");
  }

  private void convolution(String name, String of, int kernel, int dilation, int stride) {
    int pad = (kernel - 1) * dilation / 2;
    graph
        .add("Conv", name, of, weights(name, kernel))
        .with("pads", pad, pad, pad, pad)
        .with("dilations", dilation, dilation)
        .with("strides", stride, stride)
        .done();
  }

  private String weights(String name, int kernel) {
    return graph.constant(name + "/weights", new float[kernel * kernel], 1, 1, kernel, kernel);
  }
}
