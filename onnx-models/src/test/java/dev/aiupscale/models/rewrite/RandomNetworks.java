package dev.aiupscale.models.rewrite;

import dev.aiupscale.models.network.Network;
import dev.aiupscale.models.network.NetworkBuilder;
import dev.aiupscale.models.network.Operation;
import dev.aiupscale.models.network.Operation.ChannelOrder;
import dev.aiupscale.models.network.Operation.Convolution;
import dev.aiupscale.models.network.ValueRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Small networks of all that the published ones are made of, put together at random: blocks with
 * skips, joined channels, factors, curves, and an enlargement of either kind behind them.
 */
final class RandomNetworks {
  private static final String PICTURE = "in";
  private static final int RGB = 3;
  private static final int LAYERS = 8;
  private static final int MOST_CHANNELS = 6;

  private final Random random;
  private final NetworkBuilder builder = new NetworkBuilder(PICTURE);
  private final List<String> values = new ArrayList<>(List.of(PICTURE));
  private final List<Integer> channels = new ArrayList<>(List.of(RGB));

  private RandomNetworks(long seed) {
    random = new Random(seed);
  }

  /** The same seed gives the same network. */
  static Network of(long seed) {
    return new RandomNetworks(seed).network();
  }

  private Network network() {
    for (int i = 0; i < LAYERS; i++) {
      layer("layer" + i);
    }
    int last = values.size() - 1;
    return random.nextBoolean() ? shuffled(last) : enlarged(last);
  }

  private void layer(String name) {
    int from = recent();
    int count = channels.get(from);
    switch (random.nextInt(8)) {
      case 0 -> activation(name, from);
      case 1 -> add(name, new Operation.Multiplication(0.2f), count, from);
      case 2 -> add(name, new Operation.ChannelScale(numbers(count)), count, from);
      case 3 -> join(name, from, recent());
      case 4 -> skip(name, from);
      case 5 -> bend(name, from);
      default -> convolution(name, from, 1 + random.nextInt(MOST_CHANNELS));
    }
  }

  private void activation(String name, int from) {
    int count = channels.get(from);
    switch (random.nextInt(3)) {
      case 0 -> add(name, new Operation.LeakyRelu(0.2f), count, from);
      case 1 -> add(name, new Operation.ParametricRelu(slopes(count)), count, from);
      default -> add(name, new Operation.Relu(), count, from);
    }
  }

  private void join(String name, int from, int other) {
    add(name, new Operation.Concatenation(), channels.get(from) + channels.get(other), from, other);
    convolution(name + "/less", values.size() - 1, 1 + random.nextInt(MOST_CHANNELS), 1);
  }

  /** A curve between two convolutions, as in SRVGGNetCompact. */
  private void bend(String name, int from) {
    int count = 1 + random.nextInt(MOST_CHANNELS);
    convolution(name + "/before", from, count);
    int before = values.size() - 1;
    add(name + "/curve", new Operation.ParametricRelu(slopes(count)), count, before);
    convolution(name, values.size() - 1, count);
  }

  private void skip(String name, int from) {
    int count = channels.get(from);
    convolution(name + "/block", from, count);
    add(name, new Operation.Addition(), count, values.size() - 1, from);
  }

  private void convolution(String name, int from, int out) {
    convolution(name, from, out, 1 + 2 * random.nextInt(3));
  }

  private void convolution(String name, int from, int out, int kernel) {
    int in = channels.get(from);
    float[] weights = numbers(out * in * kernel * kernel);
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= in * kernel;
    }
    add(name, new Convolution(out, in, kernel, weights, numbers(out)), out, from);
  }

  private Network shuffled(int last) {
    convolution("places", last, RGB * 4);
    Operation shuffle = new Operation.DepthToSpace(2, ChannelOrder.DCR);
    builder.add("out", shuffle, List.of("places"));
    return builder.build("out", ValueRange.ZERO_TO_ONE);
  }

  private Network enlarged(int last) {
    convolution("wide", last, MOST_CHANNELS);
    builder.add("large", new Operation.NearestUpsampling(3), List.of("wide"));
    values.add("large");
    channels.add(MOST_CHANNELS);
    convolution("out", values.size() - 1, RGB);
    return builder.build("out", ValueRange.ZERO_TO_ONE);
  }

  private void add(String name, Operation operation, int count, int... from) {
    List<String> inputs = new ArrayList<>();
    for (int input : from) {
      inputs.add(values.get(input));
    }
    builder.add(name, operation, inputs);
    values.add(name);
    channels.add(count);
  }

  private int recent() {
    return Math.max(0, values.size() - 1 - random.nextInt(3));
  }

  /** On both sides of 1, and not so near that the rest to it is lost in rounding. */
  private float[] slopes(int count) {
    float[] slopes = numbers(count);
    for (int i = 0; i < count; i++) {
      slopes[i] = random.nextBoolean() ? slopes[i] * 0.9f : 1.5f + slopes[i] / 4;
    }
    return slopes;
  }

  private float[] numbers(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = 2 * random.nextFloat() - 1;
    }
    return numbers;
  }
}
