package dev.aiupscale.models.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The attributes of a node in an ONNX graph, with what stands for those that are left out. */
record NodeAttributes(List<AttributeProto> all) {
  static NodeAttributes of(NodeProto node) {
    return new NodeAttributes(node.getAttributeList());
  }

  long number(String name, long otherwise) {
    return find(name).map(AttributeProto::getI).orElse(otherwise);
  }

  /** Empty when it is left out. */
  List<Long> numbers(String name) {
    return find(name).map(AttributeProto::getIntsList).orElse(List.of());
  }

  /** As many ones when it is left out. */
  List<Long> numbers(String name, int ones) {
    List<Long> given = numbers(name);
    return given.isEmpty() ? Collections.nCopies(ones, 1L) : given;
  }

  String text(String name, String otherwise) {
    return find(name).map(value -> value.getS().toStringUtf8()).orElse(otherwise);
  }

  Optional<TensorProto> tensor(String name) {
    return find(name).map(AttributeProto::getT);
  }

  private Optional<AttributeProto> find(String name) {
    return all.stream().filter(attribute -> attribute.getName().equals(name)).findFirst();
  }
}
