package dev.aiupscale.worker.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;

/** A model file that is read, changed for this worker's needs, and handed to the runtime. */
final class NetworkGraph {
  /** The dimension that says how many pictures go through at once. */
  static final String TILES = "tiles";

  private final ModelProto.Builder model;

  private NetworkGraph(ModelProto.Builder model) {
    this.model = model;
  }

  /**
   * @param file must not change afterwards: the weights are not copied out of it
   */
  static NetworkGraph read(byte[] file) throws IOException {
    CodedInputStream in = UnsafeByteOperations.unsafeWrap(file).newCodedInput();
    in.enableAliasing(true);
    NetworkGraph network = new NetworkGraph(ModelProto.parseFrom(in).toBuilder());
    network.graph().getInputBuilderList().forEach(NetworkGraph::takeAnyNumber);
    network.graph().getOutputBuilderList().forEach(NetworkGraph::takeAnyNumber);
    return network;
  }

  /** Model files declare one picture. */
  private static void takeAnyNumber(ValueInfoProto.Builder value) {
    TensorShapeProto.Builder shape =
        value.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder();
    if (shape.getDimCount() > 0) {
      shape.getDimBuilder(0).setDimParam(TILES);
    }
  }

  GraphProto.Builder graph() {
    return model.getGraphBuilder();
  }

  byte[] bytes() {
    return model.build().toByteArray();
  }
}
