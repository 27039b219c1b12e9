package dev.aiupscale.worker.onnx;

import ai.onnxruntime.OrtException;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.common.model.ModelStage;
import dev.aiupscale.worker.stage.StageTile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A deep network for tiles of one size: the parts of its trunk, each on the whole tile, then its
 * tail in pieces. It gives, bit for bit, what the whole network gives for the tile.
 */
final class PartedNetwork implements TileNetwork, AutoCloseable {
  /** Less is not told: it would say little about the pace of the rest. */
  private static final double LEAST_TOLD = 0.01;

  private final TileShape shape;
  private final List<ModelStage> parts;
  private final List<OnnxStage> trunk = new ArrayList<>();
  private final ByteBuffer picture;
  private final Map<String, Feature> values = new HashMap<>();
  private final Deque<ByteBuffer> free = new ArrayDeque<>();
  private final NetworkTail tail;

  private PartedNetwork(
      OnnxRuntime runtime,
      Path directory,
      ModelDescriptor model,
      TileShape shape,
      Precision precision)
      throws OrtException, IOException {
    this.shape = shape;
    this.parts = model.parts();
    this.picture = Feature.direct(shape.inputBytes());
    Planes rgb = Planes.rgb(shape.width(), shape.height());
    values.put(ModelStage.PICTURE, new Feature(rgb, picture));
    StageTile tile = new StageTile(shape.width(), shape.height());
    boolean complete = false;
    try {
      for (int i = 0; i < parts.size() - 1; i++) {
        OnnxStage stage = new OnnxStage(runtime, directory, parts.get(i), tile, precision);
        trunk.add(stage);
        bind(i, stage);
      }
      ModelStage last = parts.get(parts.size() - 1);
      List<Feature> taken = last.inputs().stream().map(this::value).toList();
      this.tail = new NetworkTail(runtime, directory, last, tile, taken, precision);
      complete = true;
    } finally {
      if (!complete) {
        closeTrunk();
      }
    }
  }

  static PartedNetwork open(
      OnnxRuntime runtime,
      Path directory,
      ModelDescriptor model,
      TileShape shape,
      Precision precision)
      throws OrtException, IOException {
    return new PartedNetwork(runtime, directory, model, shape, precision);
  }

  private void bind(int index, OnnxStage stage) throws OrtException {
    ModelStage part = parts.get(index);
    for (String input : part.inputs()) {
      stage.bindInput(input, value(input).shape().count(), value(input).buffer());
    }
    Planes planes = Planes.features(part.channels(), shape.width(), shape.height());
    ByteBuffer output =
        free.stream().filter(b -> b.capacity() >= planes.bytes()).findFirst().orElse(null);
    if (output == null) {
      output = Feature.direct(planes.bytes());
    } else {
      free.remove(output);
    }
    stage.bindOutput(output);
    values.put(part.output(), new Feature(planes, output));
    for (String input : part.inputs()) {
      if (!input.equals(ModelStage.PICTURE) && !isTakenAfter(index, input)) {
        free.add(value(input).buffer());
      }
    }
  }

  private Feature value(String name) {
    return Objects.requireNonNull(values.get(name), name);
  }

  private boolean isTakenAfter(int index, String value) {
    return parts.stream().skip(index + 1L).anyMatch(part -> part.inputs().contains(value));
  }

  /** Tile by tile: one of a deep network's is enough for any device. */
  @Override
  public BitSet run(TileShape asked, ByteBuffer input, ByteBuffer output, int tiles, TileRun run)
      throws OrtException {
    if (!asked.equals(shape)) {
      throw new IllegalArgumentException("a network for " + shape + " cannot take " + asked);
    }
    BitSet notFinite = new BitSet();
    for (int tile = 0; tile < tiles; tile++) {
      int from = input.position() + tile * shape.inputBytes();
      picture.put(0, input, from, shape.inputBytes());
      ByteBuffer result =
          output.slice(output.position() + tile * shape.outputBytes(), shape.outputBytes());
      if (!run(result, run.part((double) tile / tiles, 1.0 / tiles))) {
        notFinite.set(tile);
      }
    }
    return notFinite;
  }

  private boolean run(ByteBuffer result, TileRun run) throws OrtException {
    double work = parts.stream().mapToDouble(ModelStage::gflopPerMegapixel).sum();
    double done = 0;
    for (int i = 0; i < trunk.size(); i++) {
      trunk.get(i).run(run);
      double share = parts.get(i).gflopPerMegapixel() / work;
      done += share;
      if (share >= LEAST_TOLD) {
        run.done(done);
      }
    }
    return tail.run(result, run.part(done, 1 - done));
  }

  @Override
  public void close() {
    closeTrunk();
    tail.close();
  }

  private void closeTrunk() {
    trunk.forEach(OnnxStage::close);
  }
}
