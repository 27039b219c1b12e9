package dev.aiupscale.models.tfjs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiupscale.models.network.NetworkBuilder;
import dev.aiupscale.models.network.Operation;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns each Keras layer that the ESRGAN family uses into nodes. */
record Layers(NetworkBuilder builder, Map<String, float[]> weights) {
  /** The factor of ESRGAN's residuals; the layer's configuration does not carry it. */
  private static final float BETA = 0.2f;

  private static final int CHANNEL_AXIS = 3;
  private static final Pattern PIXEL_SHUFFLE = Pattern.compile("PixelShuffle(\\d)x");

  void add(String type, String name, JsonNode config, List<String> inputs) {
    Matcher shuffle = PIXEL_SHUFFLE.matcher(type);
    if (shuffle.matches()) {
      int block = Integer.parseInt(shuffle.group(1));
      builder.add(name, new Operation.DepthToSpace(block, Operation.ChannelOrder.DCR), inputs);
      return;
    }
    switch (type) {
      case "InputLayer" -> {}
      case "Conv2D" -> convolution(name, config, inputs);
      case "Activation" -> activation(name, config.path("activation").asText(), inputs);
      case "Concatenate" -> {
        require(config.path("axis").asInt(CHANNEL_AXIS) == CHANNEL_AXIS, name, "axis");
        builder.add(name, new Operation.Concatenation(), inputs);
      }
      case "Add" -> builder.add(name, new Operation.Addition(), inputs);
      case "MultiplyBeta" -> builder.add(name, new Operation.Multiplication(BETA), inputs);
      case "UpSampling2D" -> upsampling(name, config, inputs);
      default -> throw new IllegalArgumentException("layer type " + type + " is not supported");
    }
  }

  private void convolution(String name, JsonNode config, List<String> inputs) {
    int kernel = config.at("/kernel_size/0").asInt();
    require(config.at("/kernel_size/1").asInt() == kernel, name, "kernel_size");
    require(config.at("/strides/0").asInt(1) == 1, name, "strides");
    require(config.at("/dilation_rate/0").asInt(1) == 1, name, "dilation_rate");
    require(config.path("groups").asInt(1) == 1, name, "groups");
    require(config.path("padding").asText().equals("same") || kernel == 1, name, "padding");
    int out = config.path("filters").asInt();
    float[] kernels = weight(name + "/kernel");
    int in = kernels.length / (kernel * kernel * out);
    float[] bias =
        config.path("use_bias").asBoolean(true) ? weight(name + "/bias") : new float[out];
    Operation operation =
        new Operation.Convolution(
            out, in, kernel, outputChannelFirst(kernels, kernel * kernel, in, out), bias);
    String activation = config.path("activation").asText("linear");
    if (activation.equals("linear")) {
      builder.add(name, operation, inputs);
    } else {
      String linear = builder.add(name + "/linear", operation, inputs);
      activation(name, activation, List.of(linear));
    }
  }

  private void activation(String name, String function, List<String> inputs) {
    if (function.equals("linear")) {
      builder.alias(name, inputs.get(0));
      return;
    }
    require(function.equals("relu"), name, "activation");
    builder.add(name, new Operation.Relu(), inputs);
  }

  private void upsampling(String name, JsonNode config, List<String> inputs) {
    require(
        config.path("interpolation").asText("nearest").equals("nearest"), name, "interpolation");
    int factor = config.at("/size/0").asInt();
    require(config.at("/size/1").asInt() == factor, name, "size");
    builder.add(name, new Operation.NearestUpsampling(factor), inputs);
  }

  /** Keras keeps a kernel as {@code [window, in, out]}; ONNX wants {@code [out, in, window]}. */
  private static float[] outputChannelFirst(float[] kernels, int window, int in, int out) {
    float[] turned = new float[kernels.length];
    for (int w = 0; w < window; w++) {
      for (int i = 0; i < in; i++) {
        for (int o = 0; o < out; o++) {
          turned[(o * in + i) * window + w] = kernels[(w * in + i) * out + o];
        }
      }
    }
    return turned;
  }

  private float[] weight(String name) {
    float[] values = weights.get(name);
    if (values == null) {
      throw new IllegalArgumentException("no weight is named " + name);
    }
    return values;
  }

  private static void require(boolean supported, String layer, String setting) {
    if (!supported) {
      throw new IllegalArgumentException(
          "layer " + layer + ": this " + setting + " is not supported");
    }
  }
}
