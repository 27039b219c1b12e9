package dev.aiupscale.worker.onnx;

import ai.onnxruntime.OrtException;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.common.model.ModelStage;
import dev.aiupscale.worker.stage.StageEngine;
import dev.aiupscale.worker.stage.StageTile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps one ONNX Runtime session a stage, all on the same buffers, for the time of one job. */
final class OnnxStageEngine implements StageEngine {
  private final OnnxRuntime runtime;
  private final List<ModelStage> stages;
  private final List<OnnxStage> loaded = new ArrayList<>();
  private final Map<String, Integer> channels = new HashMap<>();
  private final ByteBuffer picture;
  private final ByteBuffer result;
  private final ByteBuffer output;
  private final List<ByteBuffer> inputs = new ArrayList<>();

  private OnnxStageEngine(OnnxRuntime runtime, ModelDescriptor model, List<StageTile> tiles) {
    this.runtime = runtime;
    this.stages = model.stages();
    int pictureBytes = 0;
    int resultBytes = 0;
    int featureBytes = 0;
    int mostInputs = 0;
    for (int i = 0; i < stages.size(); i++) {
      ModelStage stage = stages.get(i);
      channels.put(stage.output(), stage.channels());
      mostInputs = Math.max(mostInputs, stage.inputs().size());
      for (String input : stage.inputs()) {
        if (input.equals(ModelStage.PICTURE)) {
          pictureBytes = Math.max(pictureBytes, OnnxStage.pictureBytes(tiles.get(i), 1));
        } else {
          featureBytes =
              Math.max(featureBytes, OnnxStage.featureBytes(tiles.get(i), channelsOf(input)));
        }
      }
      if (stage.givesResult()) {
        resultBytes = OnnxStage.pictureBytes(tiles.get(i), stage.scale());
      } else {
        featureBytes =
            Math.max(featureBytes, OnnxStage.featureBytes(tiles.get(i), stage.channels()));
      }
    }
    this.picture = direct(pictureBytes);
    this.result = direct(resultBytes);
    this.output = direct(featureBytes);
    for (int i = 0; i < mostInputs; i++) {
      inputs.add(direct(featureBytes));
    }
  }

  static OnnxStageEngine open(
      OnnxRuntime runtime, Path directory, ModelDescriptor model, List<StageTile> tiles) {
    OnnxStageEngine engine = new OnnxStageEngine(runtime, model, tiles);
    boolean complete = false;
    try {
      for (int i = 0; i < tiles.size(); i++) {
        engine.load(directory, i, tiles.get(i));
      }
      complete = true;
      return engine;
    } catch (OrtException | IOException e) {
      throw new UpscaleException(
          ErrorCode.MODEL_FAILED, "The stages of " + model.id() + " cannot be loaded.", e);
    } finally {
      if (!complete) {
        engine.close();
      }
    }
  }

  private void load(Path directory, int index, StageTile tile) throws OrtException, IOException {
    ModelStage stage = stages.get(index);
    OnnxStage onnx = new OnnxStage(runtime, directory, stage, tile, Precision.SINGLE);
    loaded.add(onnx);
    for (int i = 0; i < stage.inputs().size(); i++) {
      String input = stage.inputs().get(i);
      onnx.bindInput(input, channelsOf(input), input(index, i));
    }
    onnx.bindOutput(output(index));
  }

  private int channelsOf(String value) {
    return channels.getOrDefault(value, 0);
  }

  private static ByteBuffer direct(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }

  @Override
  public ByteBuffer input(int stage, int index) {
    String name = stages.get(stage).inputs().get(index);
    return name.equals(ModelStage.PICTURE) ? picture : inputs.get(index);
  }

  @Override
  public ByteBuffer output(int stage) {
    return stages.get(stage).givesResult() ? result : output;
  }

  @Override
  public void run(int stage) {
    runtime.turn().lock();
    try {
      if (!loaded.get(stage).run(TileRun.unwatched())) {
        throw new UpscaleException(
            ErrorCode.MODEL_FAILED, "The model's result for a part of the picture is not finite.");
      }
    } catch (OrtException e) {
      throw new UpscaleException(ErrorCode.MODEL_FAILED, "The model failed on a band.", e);
    } finally {
      runtime.turn().unlock();
    }
  }

  @Override
  public void close() {
    loaded.forEach(OnnxStage::close);
    loaded.clear();
  }
}
