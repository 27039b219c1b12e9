package dev.aiupscale.models.ncnn;

import dev.aiupscale.models.network.Network;
import dev.aiupscale.models.network.NetworkBuilder;
import dev.aiupscale.models.network.ValueRange;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads an ncnn network: a text of layers ({@code .param}) and their weights ({@code .bin}). */
public final class NcnnReader {
  private static final String MAGIC = "7767517";
  private static final int HEADER_LINES = 2;

  private NcnnReader() {}

  /**
   * @throws IllegalArgumentException when the files are not an ncnn network or have a layer or a
   *     setting that is not supported
   */
  public static Network read(byte[] param, byte[] bin, ValueRange range) {
    List<ParamLine> lines = parse(new String(param, StandardCharsets.UTF_8));
    ParamLine input = lines.get(0);
    if (!input.type().equals("Input") || input.outputs().size() != 1) {
      throw new IllegalArgumentException("an ncnn network must begin with its one Input");
    }
    BinWeights weights = new BinWeights(bin);
    Layers layers = new Layers(new NetworkBuilder(input.outputs().get(0)), weights);
    lines.stream().skip(1).forEach(layers::add);
    if (weights.remaining() != 0) {
      throw new IllegalArgumentException(weights.remaining() + " bytes of weights are left over");
    }
    List<String> outputs = lines.get(lines.size() - 1).outputs();
    return layers.builder().build(outputs.get(outputs.size() - 1), range);
  }

  private static List<ParamLine> parse(String param) {
    List<String> lines = param.lines().filter(line -> !line.isBlank()).toList();
    if (lines.size() <= HEADER_LINES || !lines.get(0).strip().equals(MAGIC)) {
      throw new IllegalArgumentException("not an ncnn network: it must begin with " + MAGIC);
    }
    return lines.stream().skip(HEADER_LINES).map(ParamLine::parse).toList();
  }
}
