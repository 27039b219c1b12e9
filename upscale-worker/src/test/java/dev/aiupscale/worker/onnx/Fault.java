package dev.aiupscale.worker.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;

/** What a network does wrong for a tile that has a sample of more than 250. */
public enum Fault {
  NONE,
  NOT_A_NUMBER,
  INFINITE,
  BLACK;

  /**
   * @return the name of the levels with the fault in them
   */
  String addTo(GraphProto.Builder graph, String image, String levels) {
    if (this == NONE) {
      return levels;
    }
    graph.addInitializer(TinyNetwork.scalar("bright", 250));
    graph
        .addInitializer(TinyNetwork.scalar("zero", 0))
        .addInitializer(TinyNetwork.scalar("one", 1));
    graph.addNode(
        TinyNetwork.node("ReduceMax", "peak", image)
            .addAttribute(TinyNetwork.integers("axes", 1, 2, 3)));
    switch (this) {
      case NOT_A_NUMBER -> {
        graph.addNode(TinyNetwork.node("Sub", "below", "bright", "peak"));
        graph.addNode(TinyNetwork.node("Sqrt", "root", "below"));
        graph.addNode(TinyNetwork.node("Mul", "nothing", "root", "zero"));
        graph.addNode(TinyNetwork.node("Add", "faulty", levels, "nothing"));
      }
      case INFINITE -> {
        graph.addInitializer(TinyNetwork.scalar("huge", 1e30f));
        graph.addNode(TinyNetwork.node("Sub", "above", "peak", "bright"));
        graph.addNode(TinyNetwork.node("Relu", "excess", "above"));
        graph.addNode(TinyNetwork.node("Mul", "much", "excess", "huge"));
        graph.addNode(TinyNetwork.node("Mul", "more", "much", "huge"));
        graph.addNode(TinyNetwork.node("Add", "faulty", levels, "more"));
      }
      default -> {
        graph.addNode(TinyNetwork.node("Sub", "above", "peak", "bright"));
        graph.addNode(TinyNetwork.node("Clip", "dark", "above", "zero", "one"));
        graph.addNode(TinyNetwork.node("Sub", "light", "one", "dark"));
        graph.addNode(TinyNetwork.node("Mul", "faulty", levels, "light"));
      }
    }
    return "faulty";
  }
}
