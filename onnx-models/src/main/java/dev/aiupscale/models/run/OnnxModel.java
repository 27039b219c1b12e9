package dev.aiupscale.models.run;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An ONNX file in ONNX Runtime. */
public final class OnnxModel implements AutoCloseable {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  public OnnxModel(byte[] onnx) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      session = environment.createSession(onnx, options);
    }
  }

  public Pixels upscale(Pixels image) throws OrtException {
    try (OnnxTensor tensor = tensor(image);
        OrtSession.Result result = session.run(Map.of("image", tensor))) {
      OnnxTensor upscaled = (OnnxTensor) result.get("upscaled").orElseThrow();
      long[] size = upscaled.getInfo().getShape();
      ByteBuffer bytes = upscaled.getByteBuffer();
      byte[] rgb = new byte[bytes.remaining()];
      bytes.get(rgb);
      return new Pixels((int) size[2], (int) size[1], rgb);
    }
  }

  /** The width times the height of values {@code [N, C, H, W]} that the file gives, by name. */
  public Map<String, Long> pixelsOf(Pixels image, List<String> names) throws OrtException {
    Map<String, Long> pixels = new HashMap<>();
    try (OnnxTensor tensor = tensor(image);
        OrtSession.Result result = session.run(Map.of("image", tensor), Set.copyOf(names))) {
      for (Map.Entry<String, OnnxValue> value : result) {
        long[] shape = ((OnnxTensor) value.getValue()).getInfo().getShape();
        pixels.put(value.getKey(), shape[2] * shape[3]);
      }
    }
    return pixels;
  }

  private OnnxTensor tensor(Pixels image) throws OrtException {
    long[] shape = {1, image.height(), image.width(), 3};
    ByteBuffer input = ByteBuffer.allocateDirect(image.rgb().length).put(image.rgb()).rewind();
    return OnnxTensor.createTensor(environment, input, shape, OnnxJavaType.UINT8);
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
