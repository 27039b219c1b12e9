package dev.aiupscale.worker.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;

/** A model file that is read, changed for this worker's needs, and handed to the runtime. */
final class NetworkGraph {
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
    return new NetworkGraph(ModelProto.parseFrom(in).toBuilder());
  }

  GraphProto.Builder graph() {
    return model.getGraphBuilder();
  }

  byte[] bytes() {
    return model.build().toByteArray();
  }
}
